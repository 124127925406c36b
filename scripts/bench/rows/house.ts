import type { RowSource } from '../rows'

/** Who works here, and two functions by which the other rows are made. */
export const houseRows: RowSource = {
  name: 'people of the house',
  sql: () => `
    create schema bench;
    -- A number below "below" that looks like chance and is the same at every run.
    create function bench.chance(n bigint, salt bigint, below int) returns int
    language sql immutable parallel safe
    as $$ select ((hashint8extended(n, salt) & 9223372036854775807) % below)::int $$;

    create function bench.pick(n bigint, salt bigint, words text[]) returns text
    language sql immutable parallel safe
    as $$ select words[1 + bench.chance(n, salt, cardinality(words))] $$;

    -- An identifier as new_id() would have made at that instant.
    create function bench.id_at(at timestamptz, n bigint, salt bigint) returns uuid
    language sql immutable parallel safe
    as $$
      select (
        lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
        || substr(md5(n || ':' || salt), 1, 3) || '8' || substr(md5(n || ':' || salt), 4, 15)
      )::uuid
    $$;

    insert into user_account (email, name, roles, accepted_at) values
      ('liaison@bench.example', 'Liisa Linja', '{liaison}', now()),
      ('coordinator@bench.example', 'Ville Valmentaja', '{coordinator}', now());
    insert into user_account (email, name, roles, accepted_at)
    select 'caller' || n || '@bench.example', 'Soittaja ' || n, '{caller}', now() from generate_series(1, 100) as n;
    insert into project (code, name) values ('S00001', 'Mittaus');
    insert into employer_round (project_id, name) select id, 'Mittauskierros' from project;
  `,
}
