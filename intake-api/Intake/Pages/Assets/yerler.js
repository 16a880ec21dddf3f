// Province → district → neighbourhood without a round trip: the buttons that reload the page are for those without scripts.
const province = document.querySelector('select[name="location.provinceCode"]');
const district = document.querySelector('select[name="location.districtCode"]');
const neighbourhoods = document.querySelector('datalist#mahalleler');

async function read(address) {
  const answer = await fetch(address);
  return answer.ok ? answer.json() : [];
}

async function fillDistricts() {
  district.replaceChildren(new Option('Seçin', ''));
  neighbourhoods?.replaceChildren();
  if (!province.value) return;
  for (const place of await read(`/yerler/${province.value}`)) district.append(new Option(place.name, place.code));
}

async function fillNeighbourhoods() {
  if (!neighbourhoods) return;
  neighbourhoods.replaceChildren();
  if (!district.value) return;
  for (const name of await read(`/yerler/${province.value}/${district.value}`)) {
    const option = document.createElement('option');
    option.value = name;
    neighbourhoods.append(option);
  }
}

province?.addEventListener('change', fillDistricts);
district?.addEventListener('change', fillNeighbourhoods);
