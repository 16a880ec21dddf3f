-- The tables of the own file and their columns.
select c.table_name as TableName, c.column_name as ColumnName, if(c.data_type like 'ENUM%', 'VARCHAR', c.data_type) as DataType, t.estimated_size::bigint as Rows
from duckdb_columns() as c
join duckdb_tables() as t using (table_oid)
where c.schema_name = 'main' and not t.temporary and (c.table_name like 'pub_%' or c.table_name like 'dim_%')
order by c.table_name like 'dim_%', c.table_name, c.column_index
