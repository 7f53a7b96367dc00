import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Imports go one way: shared → recording → features → app, and no feature knows another.
const layers = [
  ['shared', ['recording', 'features', 'app']],
  ['recording', ['features', 'app']],
  ['features', ['app']],
];

export default tseslint.config(
  { ignores: ['target', 'node_modules', 'src/shared/api/schema.d.ts', 'public'] },
  ...tseslint.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat.recommended,
  {
    rules: {
      // The page holds what patients said: nothing of it belongs into a console.
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  // Playwright's fixtures are given by a function that is called use, too.
  { files: ['e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off', 'no-empty-pattern': 'off' } },
  ...layers.map(([layer, above]) => ({
    files: [`src/${layer}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: above.map((name) => ({ regex: `^(\\.\\./)+${name}/`, message: `${layer} must not know ${name}` })) },
      ],
    },
  })),
);
