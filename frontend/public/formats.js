// A browser takes a tenth of a second for the first date and the first number that it writes, in whichever thread: this one is not the page's.
new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date());
new Intl.NumberFormat().format(0.5);
close();
