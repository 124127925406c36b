-- One company written twice: keys by which the two are found, the pairs found, and merges with all that undoes them.

-- A name as it is compared: small letters without dots (å, ä, ö read as a, o), no punctuation, no words of company
-- form, the rest in alphabetical order. A name made of such words only keeps them.
create function company_name_key(name text) returns text
language sql immutable parallel safe
as $$
  select coalesce(
    string_agg(word, ' ' order by word collate "C") filter (where word <> all (array[
      'oy', 'oyj', 'ab', 'abp', 'ky', 'kb', 'ay', 'ob', 'tmi', 'fma', 'toiminimi', 'osk', 'osuuskunta', 'anl', 'andelslag',
      'ry', 'rf', 'sr', 'ltd', 'limited', 'plc', 'inc', 'gmbh', 'ou', 'llc', 'osakeyhtio', 'aktiebolag', 'kommandiittiyhtio',
      'kommanditbolag', 'publ', 'ja', 'och', 'and'])),
    string_agg(word, ' ' order by word collate "C")
  )
  from regexp_split_to_table(
    regexp_replace(
      translate(
        lower(name collate "fi-FI-x-icu"),
        'åäöàáâãæçèéêëìíîïðñòóôõøùúûüýÿšžč''’`´:',
        'aaoaaaaaceeeeiiiidnooooouuuuyyszc'
      ),
      '(\m[a-z])\.(?=[a-z]\M)', '\1', 'g'
    ),
    '[^[:alnum:]]+'
  ) as word
  where word <> ''
$$;

-- A municipality as it is compared; the Swedish name of a bilingual one is its Finnish name.
create function place_key(place text) returns text
language sql immutable parallel safe
as $$
  select coalesce(
    '{"helsingfors": "helsinki", "esbo": "espoo", "vanda": "vantaa", "grankulla": "kauniainen", "kyrkslätt": "kirkkonummi",
      "sibbo": "sipoo", "borgå": "porvoo", "lovisa": "loviisa", "raseborg": "raasepori", "hangö": "hanko", "ingå": "inkoo",
      "sjundeå": "siuntio", "lojo": "lohja", "åbo": "turku", "pargas": "parainen", "kimitoön": "kemiönsaari",
      "vasa": "vaasa", "korsholm": "mustasaari", "jakobstad": "pietarsaari", "karleby": "kokkola", "närpes": "närpiö",
      "nykarleby": "uusikaarlepyy", "kristinestad": "kristiinankaupunki", "kronoby": "kruunupyy", "malax": "maalahti",
      "tammerfors": "tampere", "björneborg": "pori", "uleåborg": "oulu", "tavastehus": "hämeenlinna",
      "villmanstrand": "lappeenranta", "fredrikshamn": "hamina", "jyväskylä landskommun": "jyväskylä"}'::jsonb
      ->> lower(trim(place) collate "fi-FI-x-icu"),
    lower(trim(place) collate "fi-FI-x-icu")
  )
$$;

-- The host of a web or e-mail address without www.; null for hosts where anybody has a page or a mailbox, at which an
-- address of one's own begins below (virta.wordpress.com).
create function own_domain(address text) returns text
language sql immutable parallel safe
as $$
  select host
  from (
    select substring(
      lower(trim(address) collate "C") from '^(?:[a-z]+://)?(?:[^/@]*@)?(?:www[0-9]?\.)?([^/:?#@]+\.[a-z][a-z0-9-]+)'
    ) as host
  ) as read
  where host <> all (array[
    'gmail.com', 'googlemail.com', 'hotmail.com', 'hotmail.fi', 'outlook.com', 'live.com', 'live.fi', 'msn.com', 'icloud.com',
    'me.com', 'mac.com', 'yahoo.com', 'yahoo.fi', 'ymail.com', 'aol.com', 'gmx.com', 'gmx.net', 'mail.com', 'mail.ru',
    'proton.me', 'protonmail.com', 'pm.me', 'tutanota.com', 'fastmail.com', 'luukku.com', 'suomi24.fi', 'kolumbus.fi',
    'elisanet.fi', 'elisa.fi', 'saunalahti.fi', 'netti.fi', 'jippii.fi', 'welho.com', 'dnainternet.net', 'dnainternet.fi',
    'dna.fi', 'inet.fi', 'pp.inet.fi', 'co.inet.fi', 'phnet.fi', 'sci.fi', 'nic.fi', 'surffi.fi', 'anvianet.fi', 'multi.fi',
    'facebook.com', 'fi-fi.facebook.com', 'm.facebook.com', 'instagram.com', 'linkedin.com', 'fi.linkedin.com', 'twitter.com',
    'x.com', 'youtube.com', 'tiktok.com', 'linktr.ee', 'google.com', 'google.fi', 'sites.google.com', 'g.page', 'goo.gl',
    'wordpress.com', 'blogspot.com', 'blogspot.fi', 'wixsite.com', 'wix.com', 'weebly.com', 'squarespace.com', 'webnode.fi',
    'webnode.com', 'jimdo.com', 'business.site', 'github.io', 'github.com', 'kotisivukone.com', 'kotisivukone.fi', 'shopify.com',
    'myshopify.com', 'etsy.com', 'finder.fi', 'fonecta.fi', 'kauppalehti.fi', 'asiakastieto.fi', 'ytj.fi', 'prh.fi', 'vainu.io',
    'yritystele.fi', 'tori.fi', 'nettiauto.com', 'yrittajat.fi'])
$$;

-- Where companies with a name like this one's lie: its place with the beginning of each word of its name. Words that
-- many companies share lead nowhere, unless the name has no others.
create function company_name_blocks(name_key text, place_key text) returns text[]
language sql immutable parallel safe
as $$
  select coalesce(
    array_agg(distinct left(word, 5) || '|' || place_key) filter (where word <> all (array[
      'rakennus', 'rakennuspalvelu', 'rakentaminen', 'remontti', 'palvelu', 'palvelut', 'kuljetus', 'kuljetusliike', 'konsultointi',
      'consulting', 'tekniikka', 'kiinteisto', 'kiinteistot', 'kiinteistopalvelu', 'asennus', 'ohjelmisto', 'ohjelmistot', 'media',
      'group', 'konserni', 'holding', 'invest', 'finland', 'suomi', 'suomen', 'nordic', 'sahko', 'lvi', 'puhdistus', 'siivous',
      'siivouspalvelu', 'ravintola', 'kahvila', 'pizzeria', 'autohuolto', 'autokorjaamo', 'auto', 'metalli', 'konepaja', 'kone',
      'digital', 'solutions', 'services', 'service', 'ict', 'systems', 'software', 'design', 'studio', 'trading', 'import',
      'insinooritoimisto', 'tilitoimisto', 'asianajotoimisto', 'arkkitehtitoimisto', 'parturi', 'kampaamo', 'hoiva',
      'hyvinvointi', 'yhdistys', 'helsinki', 'helsingin', 'espoon', 'vantaan', 'tampereen', 'turun', 'oulun', 'bygg',
      'fastighets', 'bolag', 'tjanst', 'transport', 'international'])),
    array_agg(distinct left(word, 5) || '|' || place_key)
  )
  from unnest(string_to_array(name_key, ' ')) as word
  where length(word) > 2 and place_key is not null
$$;

alter table company
  add column name_key text generated always as (company_name_key(name)) stored,
  add column place_key text generated always as (place_key(municipality)) stored,
  add column web_domain text generated always as (coalesce(own_domain(website), own_domain(email))) stored;
create index company_name_key_idx on company (name_key);
create index company_web_domain_idx on company (web_domain) where web_domain is not null;
create index company_name_blocks_idx on company using gin (company_name_blocks(name_key, place_key));
-- Companies that have a business ID are compared by likeness with those that have none, and these are few.
create index company_without_id_blocks_idx on company using gin (company_name_blocks(name_key, place_key))
  where business_id is null;

-- Companies added or changed since they were last compared with the others.
create table duplicate_check (
  company_id uuid primary key,
  asked_at timestamptz not null default now()
);

-- Two companies that are probably one, and why. A pair that somebody found to be two stays, so that it is not asked again.
create table duplicate_pair (
  first_id uuid not null references company on delete cascade,
  second_id uuid not null references company on delete cascade,
  reasons text[] not null,
  strength int not null,
  found_at timestamptz not null default now(),
  dismissed_at timestamptz,
  dismissed_by uuid references user_account,
  primary key (first_id, second_id),
  constraint duplicate_pair_order_check check (first_id < second_id),
  constraint duplicate_pair_reasons_check check (
    cardinality(reasons) > 0 and reasons <@ array['same_name', 'similar_name', 'place', 'phone', 'domain'])
);
create index duplicate_pair_second_idx on duplicate_pair (second_id);
create index duplicate_pair_open_idx on duplicate_pair (strength desc, first_id, second_id) where dismissed_at is null;

-- Two companies made one. The row of the one that went is kept here whole: its address leads on, and undoing brings it
-- back. Neither id is a foreign key, since either company may go in a later merge.
create table company_merge (
  id uuid primary key default new_id(),
  kept_id uuid not null,
  removed_id uuid not null,
  removed jsonb not null,
  removed_name text not null,
  removed_business_id text,
  -- What the merge changed in the company that stays: {column: {before, after}}.
  changes jsonb not null default '{}',
  merged_by uuid references user_account,
  merged_at timestamptz not null default now(),
  undone_by uuid references user_account,
  undone_at timestamptz
);
-- A company is merged into one other at a time.
create unique index company_merge_removed_key on company_merge (removed_id) where undone_at is null;
create index company_merge_kept_idx on company_merge (kept_id);
create index company_merge_business_id_idx on company_merge (removed_business_id) where undone_at is null;

-- Each row that a merge touched, in the order it did: what undoing puts back.
create table company_merge_row (
  merge_id uuid not null references company_merge on delete cascade,
  position int not null,
  table_name text not null,
  kind text not null check (kind in ('moved', 'changed', 'removed', 'added')),
  key jsonb not null,
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  primary key (merge_id, position)
);
