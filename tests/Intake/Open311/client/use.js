// The npm client "open311", as published, against a running intake: node use.js <folder of node_modules> <address> <key> <format>
const { createRequire } = require('module');
const [, , folder, address, apiKey, format] = process.argv;
const load = createRequire(folder + '/');

// Two of its dependencies cannot be installed here (one only from a git address, one needs a compiler): they turn XML into
// objects, so another parser stands in for them. The client's own file is untouched.
const { XMLParser } = load('fast-xml-parser');
const parser = new XMLParser({ parseTagValue: false });
const spark = node => {
  if (typeof node !== 'object') return node;
  const lists = ['services', 'service_requests', 'attributes', 'values', 'endpoints', 'formats', 'errors'];
  return Object.fromEntries(Object.entries(node).map(([name, value]) =>
    [name, lists.includes(name) ? [].concat(Object.values(value || {})[0] ?? []).map(spark) : spark(value)]));
};
const stand = (name, exports) => { const id = load.resolve(name); require.cache[id] = { id, filename: id, loaded: true, exports }; };
stand('sparkxml', { parseXml: xml => { const [name, value] = Object.entries(parser.parse(xml)).find(([name]) => !name.startsWith('?')); return spark({ [name]: value })[name]; } });
stand('xml2json', { toJson: xml => parser.parse(xml) });

const Open311 = load('open311');
const api = new Open311({ discovery: `${address}/open311/v2/discovery.${format}`, jurisdiction: 'igdir.gov.tr', apiKey, format });
const call = (method, ...given) => new Promise((done, fail) => api[method](...given, (error, data) => error ? fail(new Error(`${method}: ${error} ${data}`)) : done(data)));

(async () => {
  const discovery = await call('serviceDiscovery', { cache: true });
  api.format = format; // the client always prefers JSON after discovery
  const services = await call('serviceList');
  const definition = await call('serviceDefinition', 'SOS-01');
  const request = { service_code: 'SOS-01', lat: 39.92, long: 44.045, description: 'Işıklar yanmıyor.', first_name: 'Çiğdem', last_name: 'Öztürk', phone: '0555 111 22 33' };
  const token = require('crypto').randomUUID();
  const filed = await call('submitRequest', { ...request, token, attributes: { kind: 'request', national_id: '10000000146' } });
  const id = filed[0].service_request_id;
  const one = await call('serviceRequest', id, { api_key: apiKey });
  const many = await call('serviceRequests', [id], { api_key: apiKey });
  const list = await call('serviceRequests', { api_key: apiKey, status: 'open' });
  const found = await call('token', token);
  const refused = await call('submitRequest', request).then(() => null, error => error.message);
  console.log(JSON.stringify({
    endpoint: api.endpoint, specification: discovery.endpoints[0].specification, services: services.length, attributes: definition.attributes.length,
    id, one: one[0].service_request_id, many: many.length, list: list.length, description: one[0].description, found: found[0].service_request_id, refused,
  }));
})().catch(error => { console.error(error); process.exit(1); });
