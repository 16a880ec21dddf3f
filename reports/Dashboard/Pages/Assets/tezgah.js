// What makes pages more comfortable where scripts run; every page works without.
document.documentElement.classList.add('js');

// Only one of type, kind, channel, group and unit counts: choosing one lets go of the others.
const alone = [...document.querySelectorAll('select[data-alone]')];
for (const list of alone) list.addEventListener('change', () => {
  if (list.value) for (const other of alone) if (other !== list) other.value = '';
});

// Empty filters need not stand in the address.
for (const form of document.querySelectorAll('form.filters')) form.addEventListener('submit', () => {
  for (const list of form.querySelectorAll('select')) if (!list.value) list.disabled = true;
  setTimeout(() => { for (const list of form.querySelectorAll('select')) list.disabled = false; }, 0);
});

// A chart's points are read out under the pointer or by the arrow keys; the words come from the table behind it.
for (const box of document.querySelectorAll('[data-line]')) {
  const svg = box.querySelector('svg.line'), points = [...svg.querySelectorAll('circle[data-row]')], rows = box.querySelectorAll('.numbers tbody tr');
  const readout = box.querySelector('.readout'), cursor = svg.querySelector('.cursor');
  let at = -1;
  const show = next => {
    if (next < 0 || next >= points.length || next === at) return;
    points[at]?.classList.remove('now');
    at = next;
    const point = points[at], x = point.getAttribute('cx');
    point.classList.add('now');
    cursor.setAttribute('d', `M${x} 12V224`);
    readout.textContent = [...rows[point.dataset.row].children].map(cell => cell.textContent).join(': ');
  };
  svg.addEventListener('pointermove', event => {
    const area = svg.getBoundingClientRect(), x = (event.clientX - area.left) * svg.viewBox.baseVal.width / area.width;
    let nearest = 0;
    points.forEach((point, index) => { if (Math.abs(point.getAttribute('cx') - x) < Math.abs(points[nearest].getAttribute('cx') - x)) nearest = index; });
    show(nearest);
  });
  box.querySelector('.scroll').addEventListener('keydown', event => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    show(at < 0 ? points.length - 1 : at + step);
  });
}

for (const area of document.querySelectorAll('[data-run]')) area.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
});
