// node read.mjs LAKE TABLE.arrow: what two foreign readers find in an exported lake and in an Arrow file, as JSON.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';

const [lake, arrow] = process.argv.slice(2);

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async sql => (await connection.runAndReadAll(sql)).getRows().map(row => row.map(String).join(' '));
const facts = `read_parquet('${lake}/fct_applications/**/*.parquet', hive_partitioning = true)`;

const table = tableFromIPC(readFileSync(arrow));
const received = table.getChild('received');
let sum = 0n, hidden = 0;
for (const value of received) value === null ? hidden++ : sum += BigInt(value);

console.log(JSON.stringify({
  applications: await rows(`select province_code, count(*), count(distinct application_id), min(received_on)::varchar, max(received_on)::varchar from ${facts} group by all order by all`),
  types: await rows(`select type_code::varchar, count(*) from ${facts} group by all order by all`),
  places: await rows(`select name from read_parquet('${lake}/dim_province.parquet') order by province_code`),
  arrowColumns: table.schema.fields.map(field => field.name),
  arrow: `${table.numRows} ${hidden} ${sum}`,
}));
