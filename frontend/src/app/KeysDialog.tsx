import { useLingui } from '@lingui/react';
import { singleLetters } from '../shared/keys/keys';
import { Dialog } from '../shared/ui/Dialog';

/** Keys side by side, and what each does. */
type Row = readonly [keys: string, what: string];

/** What the keys do, where they do it. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const places: readonly (readonly [place: string, keys: readonly Row[]])[] = [
    [
      i18n.t({ id: 'library.title', message: 'Visits' }),
      [
        ['N', i18n.t({ id: 'library.new', message: 'New visit' })],
        ['U', i18n.t({ id: 'keys.unsigned', message: 'Unsigned only, or all' })],
        ['/', i18n.t({ id: 'keys.search', message: 'Search' })],
        ['J K', i18n.t({ id: 'keys.rows', message: 'Next and previous visit' })],
      ],
    ],
    [
      i18n.t({ id: 'new.title', message: 'New visit' }),
      [
        ['R', i18n.t({ id: 'new.record', message: 'Record' })],
        ['U', i18n.t({ id: 'new.upload', message: 'Upload' })],
        ['V', i18n.t({ id: 'new.paste', message: 'Paste or import' })],
      ],
    ],
    [
      i18n.t({ id: 'keys.recording', message: 'While recording' }),
      [
        ['Space', i18n.t({ id: 'keys.pause', message: 'Pause, go on' })],
        ['F', i18n.t({ id: 'keys.finish', message: 'Finish' })],
        ['C', i18n.t({ id: 'keys.captions', message: 'Captions' })],
      ],
    ],
    [
      i18n.t({ id: 'keys.review', message: 'A visit' }),
      [
        ['F6', i18n.t({ id: 'keys.panes', message: 'Next pane' })],
        ['N Shift+N', i18n.t({ id: 'keys.next', message: 'Next and previous thing to settle' })],
        ['J K ↓ ↑', i18n.t({ id: 'keys.lines', message: 'Next and previous line' })],
        ['E F2', i18n.t({ id: 'keys.edit', message: 'Edit the sentence' })],
        ['V', i18n.t({ id: 'keys.keep', message: 'Keep it as it is' })],
        ['Del', i18n.t({ id: 'keys.remove', message: 'Remove it' })],
        ['A', i18n.t({ id: 'keys.add', message: 'Add what was said and not written' })],
        ['P', i18n.t({ id: 'keys.play', message: 'Hear what the sentence rests on' })],
        ['Space F4 F8', i18n.t({ id: 'keys.sound', message: 'Play, stop' })],
        ['← →', i18n.t({ id: 'keys.skip', message: '3 seconds back, on' })],
        ['S', i18n.t({ id: 'keys.sign', message: 'Sign' })],
        ['Ctrl+Z ⌘Z', i18n.t({ id: 'review.undo', message: 'Undo' })],
      ],
    ],
    [
      i18n.t({ id: 'keys.editing', message: 'While editing' }),
      [
        ['Enter', i18n.t({ id: 'keys.save', message: 'Save; in mid-sentence: split' })],
        ['Esc', i18n.t({ id: 'keys.drop', message: 'Leave it as it was' })],
      ],
    ],
  ];
  return (
    <Dialog title={i18n.t({ id: 'keys.title', message: 'Keys' })} onClose={onClose} wide>
      {!singleLetters.on() && (
        <p>{i18n.t({ id: 'keys.off', message: 'Single letters are switched off in the settings of this browser.' })}</p>
      )}
      <div className="keys">
        {places.map(([place, keys]) => (
          <section key={place}>
            <h3>{place}</h3>
            <dl>
              {keys.map(([names, what]) => (
                <div key={names}>
                  <dt>
                    {names.split(' ').map((name) => (
                      <kbd key={name}>{name}</kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="actions">
        <button type="button" className="button primary" onClick={onClose}>
          {i18n.t({ id: 'close', message: 'Close' })}
        </button>
      </div>
    </Dialog>
  );
}
