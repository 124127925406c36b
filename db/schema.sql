-- Written by `npm run schema` from db/migrations. Do not edit.

create extension if not exists btree_gist;

create extension if not exists pg_trgm;

CREATE OR REPLACE FUNCTION public.add_task_outcomes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from inserted where outcome is not null and undone_at is null) then
    return null;
  end if;
  update call_task set outcomes = array(select distinct unnest(call_task.outcomes || made.outcomes) order by 1)
  from (
    select task_id, array_agg(outcome) as outcomes from inserted
    where outcome is not null and undone_at is null group by task_id
  ) as made
  where made.task_id = call_task.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.allow_forgetting_facts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.facts is null
    and to_jsonb(new) - 'facts' = to_jsonb(old) - 'facts'
    and (
      exists (select from erasure where erasure.candidate_id = old.candidate_id)
      or exists (
        select from candidate where candidate.id = old.candidate_id and ended_at < now() - interval '6 months'
      )
    )
  then
    return new;
  end if;
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.company_name_blocks(name_key text, place_key text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.company_name_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.count_unknown_word_uses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    update unknown_word set cvs = unknown_word.cvs + used.cvs, needs = unknown_word.needs + used.needs
    from (select word_id, count(cv_id) as cvs, count(need_id) as needs from changed group by word_id) as used
    where unknown_word.id = used.word_id;
  else
    update unknown_word set cvs = unknown_word.cvs - used.cvs, needs = unknown_word.needs - used.needs
    from (select word_id, count(cv_id) as cvs, count(need_id) as needs from changed group by word_id) as used
    where unknown_word.id = used.word_id;
    -- A word nobody uses any more says nothing, and may come from a person who was erased.
    delete from unknown_word where decision is null and cvs = 0 and needs = 0
      and id in (select word_id from changed);
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.keep_task_outcomes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update call_task set outcomes = task_outcomes(id) where id = old.task_id;
  if tg_op = 'UPDATE' and new.task_id <> old.task_id then
    update call_task set outcomes = task_outcomes(id) where id = new.task_id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.new_id()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$
  select (
    lpad(to_hex(floor(extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
    || '7' || substr(random.hex, 14, 3)
    || substr(random.hex, 17)
  )::uuid
  from (select replace(gen_random_uuid()::text, '-', '') as hex) as random
$function$;

CREATE OR REPLACE FUNCTION public.note_candidate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into company_fit_work (skill_id)
  select skill_id from candidate_skill
  where candidate_id = case when tg_table_name = 'candidate' then (to_jsonb(new) ->> 'id')::uuid
    else coalesce((to_jsonb(new) ->> 'candidate_id')::uuid, (to_jsonb(old) ->> 'candidate_id')::uuid) end
    and removed_at is null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_candidate_skill()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into company_fit_work (skill_id) values (coalesce(new.skill_id, old.skill_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_company_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into company_fit_work (company_id)
    select id from changed where coalesce(description, web_text, industry) is not null;
  else
    insert into company_fit_work (company_id)
    select changed.id from changed join before on before.id = changed.id
    where changed.search_text is distinct from before.search_text;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_listed_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into company_fit_work (company_id) select distinct company_id from changed where matched_keywords <> '{}';
  insert into listed_keyword select distinct unnest(matched_keywords) from changed on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_need()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into company_fit_work (company_id) values (coalesce(new.company_id, old.company_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_need_skill()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into company_fit_work (company_id) select company_id from need where id = coalesce(new.need_id, old.need_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.own_domain(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.place_key(place text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(
    '{"helsingfors": "helsinki", "esbo": "espoo", "vanda": "vantaa", "grankulla": "kauniainen", "kyrkslätt": "kirkkonummi",
      "sibbo": "sipoo", "borgå": "porvoo", "lovisa": "loviisa", "raseborg": "raasepori", "hangö": "hanko", "ingå": "inkoo",
      "sjundeå": "siuntio", "lojo": "lohja", "åbo": "turku", "pargas": "parainen", "kimitoön": "kemiönsaari",
      "vasa": "vaasa", "korsholm": "mustasaari", "jakobstad": "pietarsaari", "karleby": "kokkola", "närpes": "närpiö",
      "nykarleby": "uusikaarlepyy", "kristinestad": "kristiinankaupunki", "kronoby": "kruunupyy", "malax": "maalahti",
      "tammerfors": "tampere", "björneborg": "pori", "uleåborg": "oulu", "tavastehus": "hämeenlinna",
      "villmanstrand": "lappeenranta", "fredrikshamn": "hamina", "jyväskylä landskommun": "jyväskylä",
      "toijala": "akaa", "viiala": "akaa", "kylmäkoski": "akaa", "lehtimäki": "alajärvi", "töysä": "alavus",
      "tuuri": "alavus", "vääksy": "asikkala", "kauttua": "eura", "kiukainen": "eura", "panelia": "eura",
      "honkilahti": "eura", "luvia": "eurajoki", "parola": "hattula", "oitti": "hausjärvi", "ryttylä": "hausjärvi",
      "hikiä": "hausjärvi", "vierumäki": "heinola", "hämeenkoski": "hollola", "vampula": "huittinen",
      "lammi": "hämeenlinna", "hauho": "hämeenlinna", "tuulos": "hämeenlinna", "renko": "hämeenlinna",
      "iittala": "hämeenlinna", "kuivaniemi": "ii", "koskenkorva": "ilmajoki", "ivalo": "inari",
      "saariselkä": "inari", "turenki": "janakkala", "tervakoski": "janakkala", "eno": "joensuu",
      "kiihtelysvaara": "joensuu", "tuupovaara": "joensuu", "hammaslahti": "joensuu", "reijola": "joensuu",
      "uimaharju": "joensuu", "pyhäselkä": "joensuu", "leivonmäki": "joutsa", "palokka": "jyväskylä",
      "vaajakoski": "jyväskylä", "tikkakoski": "jyväskylä", "säynätsalo": "jyväskylä", "korpilahti": "jyväskylä",
      "puuppola": "jyväskylä", "jyskä": "jyväskylä", "jämsänkoski": "jämsä", "kaipola": "jämsä",
      "kuorevesi": "jämsä", "halli": "jämsä", "piikkiö": "kaarina", "kuusisto": "kaarina", "littoinen": "kaarina",
      "vuolijoki": "kajaani", "otanmäki": "kajaani", "himanka": "kalajoki", "sahalahti": "kangasala",
      "kuhmalahti": "kangasala", "ruutana": "kangasala", "kortesjärvi": "kauhava", "ylihärmä": "kauhava",
      "alahärmä": "kauhava", "kemiö": "kemiönsaari", "kimito": "kemiönsaari", "dragsfjärd": "kemiönsaari",
      "taalintehdas": "kemiönsaari", "dalsbruk": "kemiönsaari", "västanfjärd": "kemiönsaari",
      "masala": "kirkkonummi", "veikkola": "kirkkonummi", "kantvik": "kirkkonummi", "jorvas": "kirkkonummi",
      "luoma": "kirkkonummi", "kylmälä": "kirkkonummi", "kesälahti": "kitee", "puhos": "kitee", "sirkka": "kittilä",
      "peipohja": "kokemäki", "kälviä": "kokkola", "lohtaja": "kokkola", "ullava": "kokkola",
      "äkäslompolo": "kolari", "lehmo": "kontiolahti", "karhula": "kotka", "kuusankoski": "kouvola",
      "inkeroinen": "kouvola", "myllykoski": "kouvola", "koria": "kouvola", "jaala": "kouvola", "elimäki": "kouvola",
      "valkeala": "kouvola", "anjala": "kouvola", "kaipiainen": "kouvola", "utti": "kouvola",
      "alaveteli": "kruunupyy", "nedervetil": "kruunupyy", "teerijärvi": "kruunupyy", "terjärv": "kruunupyy",
      "nilsiä": "kuopio", "karttula": "kuopio", "maaninka": "kuopio", "juankoski": "kuopio", "riistavesi": "kuopio",
      "vehmersalmi": "kuopio", "kurkimäki": "kuopio", "hirvilahti": "kuopio", "jurva": "kurikka",
      "jalasjärvi": "kurikka", "rukatunturi": "kuusamo", "järvelä": "kärkölä", "nastola": "lahti",
      "uusikylä": "lahti", "villähde": "lahti", "varpaisjärvi": "lapinlahti", "alapitkä": "lapinlahti",
      "joutseno": "lappeenranta", "ylämaa": "lappeenranta", "nuijamaa": "lappeenranta", "leppävesi": "laukaa",
      "lievestuore": "laukaa", "vihtavuori": "laukaa", "sorsakoski": "leppävirta", "tarvasjoki": "lieto",
      "vanhalinna": "lieto", "tupos": "liminka", "ylämylly": "liperi", "viinijärvi": "liperi", "sammatti": "lohja",
      "nummi": "lohja", "saukkola": "lohja", "pusula": "lohja", "karjalohja": "lohja", "virkkala": "lohja",
      "mellilä": "loimaa", "alastaro": "loimaa", "läyliäinen": "loppi", "launonen": "loppi", "pernaja": "loviisa",
      "liljendal": "loviisa", "tesjoki": "loviisa", "isnäs": "loviisa", "eugmo": "luoto", "petolahti": "maalahti",
      "petalax": "maalahti", "bergö": "maalahti", "lemu": "masku", "askainen": "masku", "otava": "mikkeli",
      "ristiina": "mikkeli", "haukivuori": "mikkeli", "anttola": "mikkeli", "suomenniemi": "mikkeli",
      "kvevlax": "mustasaari", "koivulahti": "mustasaari", "sulva": "mustasaari", "solf": "mustasaari",
      "helsingby": "mustasaari", "vikby": "mustasaari", "raippaluoto": "mustasaari", "replot": "mustasaari",
      "björköby": "mustasaari", "mietoinen": "mynämäki", "hirvihaara": "mäntsälä", "numminen": "mäntsälä",
      "mänttä": "mänttä-vilppula", "vilppula": "mänttä-vilppula", "merimasku": "naantali", "rymättylä": "naantali",
      "velkua": "naantali", "siuro": "nokia", "valtimo": "nurmes", "klaukkala": "nurmijärvi",
      "rajamäki": "nurmijärvi", "röykkä": "nurmijärvi", "perttula": "nurmijärvi", "nukari": "nurmijärvi",
      "pirttikylä": "närpiö", "pörtom": "närpiö", "ylimarkku": "närpiö", "övermark": "närpiö",
      "artjärvi": "orimattila", "pennala": "orimattila", "orivesi as": "orivesi", "eräjärvi": "orivesi",
      "kello": "oulu", "haukipudas": "oulu", "kiiminki": "oulu", "jääli": "oulu", "oulunsalo": "oulu",
      "yli-ii": "oulu", "ylikiiminki": "oulu", "martinniemi": "oulu", "nauvo": "parainen", "nagu": "parainen",
      "korppoo": "parainen", "korpo": "parainen", "houtskari": "parainen", "iniö": "parainen", "bennäs": "pedersöre",
      "pännäinen": "pedersöre", "esse": "pedersöre", "ähtävä": "pedersöre", "purmo": "pedersöre",
      "kållby": "pedersöre", "kolppi": "pedersöre", "ytteresse": "pedersöre", "haapakoski": "pieksämäki",
      "jäppilä": "pieksämäki", "virtasalmi": "pieksämäki", "naarajärvi": "pieksämäki", "noormarkku": "pori",
      "ahlainen": "pori", "lavia": "pori", "laukkoski": "pornainen", "kerkkoo": "porvoo", "hinthaara": "porvoo",
      "kulloo": "porvoo", "tolkkinen": "porvoo", "yläne": "pöytyä", "kyrö": "pöytyä", "riihikoski": "pöytyä",
      "saloinen": "raahe", "pattijoki": "raahe", "vihanti": "raahe", "tammisaari": "raasepori",
      "karjaa": "raasepori", "ekenäs": "raasepori", "karis": "raasepori", "fiskars": "raasepori",
      "mustio": "raasepori", "billnäs": "raasepori", "fiskari": "raasepori", "kodisjoki": "rauma",
      "muurola": "rovaniemi", "vikajärvi": "rovaniemi", "sinettä": "rovaniemi", "pylkönmäki": "saarijärvi",
      "hautajärvi": "salla", "halikko": "salo", "perniö": "salo", "kisko": "salo", "suomusjärvi": "salo",
      "kiikala": "salo", "kuusjoki": "salo", "muurla": "salo", "särkisalo": "salo", "teijo": "salo",
      "mathildedal": "salo", "perniö as": "salo", "vammala": "sastamala", "äetsä": "sastamala",
      "mouhijärvi": "sastamala", "suodenniemi": "sastamala", "kiikoinen": "sastamala", "savonranta": "savonlinna",
      "kerimäki": "savonlinna", "punkaharju": "savonlinna", "nurmo": "seinäjoki", "ylistaro": "seinäjoki",
      "peräseinäjoki": "seinäjoki", "ruukki": "siikajoki", "paavola": "siikajoki", "revonlahti": "siikajoki",
      "kestilä": "siikalatva", "piippola": "siikalatva", "pulkkila": "siikalatva", "rantsila": "siikalatva",
      "toivala": "siilinjärvi", "vuorela": "siilinjärvi", "söderkulla": "sipoo", "nikkilä": "sipoo",
      "somerniemi": "somero", "vuokatti": "sotkamo", "köyliö": "säkylä", "kämmenniemi": "tampere",
      "paattinen": "turku", "kellokoski": "tuusula", "jokela": "tuusula", "hyrylä": "tuusula", "kullaa": "ulvila",
      "jepua": "uusikaarlepyy", "jeppo": "uusikaarlepyy", "munsala": "uusikaarlepyy", "kalanti": "uusikaupunki",
      "lokalahti": "uusikaupunki", "vähäkyrö": "vaasa", "merikaarto": "vaasa", "sundom": "vaasa",
      "sääksmäki": "valkeakoski", "kangaslampi": "varkaus", "nummela": "vihti", "ojakkala": "vihti",
      "vihtijärvi": "vihti", "killinkoski": "virrat", "oravainen": "vöyri", "oravais": "vöyri", "maksamaa": "vöyri",
      "maxmo": "vöyri", "viljakkala": "ylöjärvi", "kuru": "ylöjärvi", "suolahti": "äänekoski",
      "konginkangas": "äänekoski", "sumiainen": "äänekoski"}'::jsonb
      ->> lower(trim(place) collate "fi-FI-x-icu"),
    lower(trim(place) collate "fi-FI-x-icu")
  )
$function$;

CREATE OR REPLACE FUNCTION public.reach_key(reach text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select sha256(convert_to(lower(trim(reach)), 'UTF8')) $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_truncation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from setting where key = 'demo') then
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.task_outcomes(task uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(array_agg(distinct outcome), '{}') from call
  where task_id = task and outcome is not null and undone_at is null
$function$;

create table account_link (
  token_hash bytea not null,
  user_id uuid not null,
  purpose text not null,
  created_at timestamptz default now() not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint account_link_pkey PRIMARY KEY (token_hash),
  constraint account_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE,
  constraint account_link_purpose_check CHECK (purpose = ANY (ARRAY['invitation'::text, 'reset'::text]))
);
CREATE INDEX account_link_user_idx ON account_link USING btree (user_id);

create table acquaintance (
  contact_id uuid not null,
  user_id uuid not null,
  how text,
  noted_at timestamptz default now() not null,
  constraint acquaintance_pkey PRIMARY KEY (contact_id, user_id),
  constraint acquaintance_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id) ON DELETE CASCADE,
  constraint acquaintance_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id)
);

create table activity (
  id uuid default new_id() not null,
  at timestamptz default now() not null,
  actor_id uuid,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  round_id uuid,
  campaign_id uuid,
  company_id uuid,
  candidate_id uuid,
  detail jsonb default '{}'::jsonb not null,
  constraint activity_pkey PRIMARY KEY (id),
  constraint activity_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES user_account(id)
);
CREATE INDEX activity_campaign_idx ON activity USING btree (campaign_id, id DESC) WHERE (campaign_id IS NOT NULL);
CREATE INDEX activity_candidate_idx ON activity USING btree (candidate_id, id DESC) WHERE (candidate_id IS NOT NULL);
CREATE INDEX activity_company_idx ON activity USING btree (company_id, id DESC) WHERE (company_id IS NOT NULL);
CREATE INDEX activity_subject_idx ON activity USING btree (subject_type, subject_id, id DESC);

create table assessment_form (
  id uuid default new_id() not null,
  instrument text not null,
  version integer not null,
  content jsonb not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz default now() not null,
  constraint assessment_form_pkey PRIMARY KEY (id),
  constraint assessment_form_version_key UNIQUE (instrument, version),
  constraint assessment_form_made_by_fkey FOREIGN KEY (made_by) REFERENCES user_account(id),
  constraint assessment_form_instrument_check CHECK (instrument = ANY (ARRAY['digital_skills'::text, 'job_search'::text])),
  constraint assessment_form_version_check CHECK (version > 1)
);

create table blocked_company (
  candidate_id uuid not null,
  company_id uuid not null,
  reason text,
  created_by uuid,
  created_at timestamptz default now() not null,
  constraint blocked_company_pkey PRIMARY KEY (candidate_id, company_id),
  constraint blocked_company_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint blocked_company_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint blocked_company_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id)
);
CREATE TRIGGER block_changed AFTER INSERT OR DELETE ON blocked_company FOR EACH ROW EXECUTE FUNCTION note_candidate();

create table bulk_change (
  id uuid default new_id() not null,
  kind text not null,
  target_id uuid,
  made_by uuid not null,
  made_at timestamptz default now() not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint bulk_change_pkey PRIMARY KEY (id),
  constraint bulk_change_made_by_fkey FOREIGN KEY (made_by) REFERENCES user_account(id),
  constraint bulk_change_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES user_account(id),
  constraint bulk_change_kind_check CHECK (kind = ANY (ARRAY['listed'::text, 'owner'::text, 'tagged'::text, 'untagged'::text]))
);
CREATE INDEX bulk_change_made_by_idx ON bulk_change USING btree (made_by, id DESC);

create table bulk_change_company (
  bulk_change_id uuid not null,
  company_id uuid not null,
  before_id uuid,
  constraint bulk_change_company_pkey PRIMARY KEY (bulk_change_id, company_id),
  constraint bulk_change_company_bulk_change_id_fkey FOREIGN KEY (bulk_change_id) REFERENCES bulk_change(id) ON DELETE CASCADE,
  constraint bulk_change_company_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE
);

create table cadence (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  min_days integer not null,
  max_days integer not null,
  valid_from date not null,
  valid_until date,
  agreed_by uuid,
  agreed_at timestamptz default now() not null,
  ended_at timestamptz,
  constraint cadence_pkey PRIMARY KEY (id),
  constraint cadence_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES user_account(id),
  constraint cadence_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint cadence_days_check CHECK (valid_until >= valid_from),
  constraint cadence_gap_check CHECK (max_days > min_days),
  constraint cadence_max_days_check CHECK (max_days >= 1 AND max_days <= 365),
  constraint cadence_min_days_check CHECK (min_days >= 0 AND min_days <= 365)
);
CREATE INDEX cadence_candidate_idx ON cadence USING btree (candidate_id, id DESC);
CREATE UNIQUE INDEX cadence_in_force_key ON cadence USING btree (candidate_id) WHERE (ended_at IS NULL);

create table call (
  id uuid default new_id() not null,
  task_id uuid not null,
  campaign_id uuid not null,
  company_id uuid not null,
  caller_id uuid not null,
  claimed_at timestamptz default now() not null,
  lease_until timestamptz not null,
  released_at timestamptz,
  ended_at timestamptz,
  outcome text,
  reason text,
  contact_id uuid,
  recruiting_difficulty text,
  limits_growth text,
  motives text[] default '{}'::text[] not null,
  skills_needed text[] default '{}'::text[] not null,
  callback_at timestamptz,
  wording text,
  note text,
  undone_at timestamptz,
  undone_by uuid,
  no_need_until date,
  meeting_wish text,
  suppression_id uuid,
  script_id uuid,
  script_language text,
  wrap_up_ms integer,
  recording_told_at timestamptz,
  not_recorded_at timestamptz,
  step text,
  constraint call_pkey PRIMARY KEY (id),
  constraint call_caller_id_fkey FOREIGN KEY (caller_id) REFERENCES user_account(id),
  constraint call_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint call_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint call_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint call_script_id_fkey FOREIGN KEY (script_id) REFERENCES call_script(id),
  constraint call_suppression_id_fkey FOREIGN KEY (suppression_id) REFERENCES suppression(id),
  constraint call_task_id_fkey FOREIGN KEY (task_id) REFERENCES call_task(id) ON DELETE CASCADE,
  constraint call_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES user_account(id),
  constraint call_ended_check CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  constraint call_limits_growth_check CHECK (limits_growth = ANY (ARRAY['yes'::text, 'some'::text, 'no'::text])),
  constraint call_outcome_check CHECK (outcome = ANY (ARRAY['no_answer'::text, 'busy'::text, 'wrong_number'::text, 'wrong_person'::text, 'callback'::text, 'interested'::text, 'joins_now'::text, 'not_interested'::text, 'no_need_now'::text, 'asked_no_more_contact'::text, 'already_in_talks'::text])),
  constraint call_recruiting_difficulty_check CHECK (recruiting_difficulty = ANY (ARRAY['yes'::text, 'some'::text, 'no'::text])),
  constraint call_script_language_check CHECK (script_language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])),
  constraint call_step_check CHECK (step = ANY (ARRAY['own_callback'::text, 'callback'::text, 'retry'::text, 'fresh'::text])),
  constraint call_wrap_up_ms_check CHECK (wrap_up_ms >= 0)
);
CREATE INDEX call_caller_idx ON call USING btree (caller_id, id DESC);
CREATE INDEX call_campaign_idx ON call USING btree (campaign_id, id DESC);
CREATE INDEX call_company_idx ON call USING btree (company_id, id DESC);
CREATE INDEX call_let_go_idx ON call USING btree (caller_id, released_at) WHERE ((outcome IS NULL) AND (released_at IS NOT NULL));
CREATE INDEX call_live_idx ON call USING btree (campaign_id, claimed_at) INCLUDE (outcome, company_id) WHERE ((outcome IS NOT NULL) AND (undone_at IS NULL));
CREATE UNIQUE INDEX call_open_caller_key ON call USING btree (caller_id) WHERE ((outcome IS NULL) AND (released_at IS NULL));
CREATE UNIQUE INDEX call_open_company_key ON call USING btree (company_id) WHERE ((outcome IS NULL) AND (released_at IS NULL));
CREATE INDEX call_script_id_idx ON call USING btree (script_id) WHERE (script_id IS NOT NULL);
CREATE INDEX call_task_idx ON call USING btree (task_id, id DESC);
CREATE INDEX call_told_idx ON call USING btree (ended_at DESC) WHERE ((skills_needed <> '{}'::text[]) AND (undone_at IS NULL));
CREATE TRIGGER call_outcome_changed AFTER UPDATE ON call FOR EACH ROW WHEN (old.outcome IS DISTINCT FROM new.outcome OR old.undone_at IS DISTINCT FROM new.undone_at OR old.task_id <> new.task_id) EXECUTE FUNCTION keep_task_outcomes();
CREATE TRIGGER call_outcome_deleted AFTER DELETE ON call FOR EACH ROW WHEN (old.outcome IS NOT NULL) EXECUTE FUNCTION keep_task_outcomes();
CREATE TRIGGER call_outcome_inserted AFTER INSERT ON call REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION add_task_outcomes();

create table call_answer (
  call_id uuid not null,
  number integer not null,
  question text not null,
  answer text not null,
  constraint call_answer_pkey PRIMARY KEY (call_id, number),
  constraint call_answer_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id) ON DELETE CASCADE
);

create table call_effect (
  call_id uuid not null,
  engagement_before jsonb,
  engagement_after jsonb not null,
  contact_added_id uuid,
  address_added_to uuid,
  contact_version integer,
  constraint call_effect_pkey PRIMARY KEY (call_id),
  constraint call_effect_address_added_to_fkey FOREIGN KEY (address_added_to) REFERENCES contact(id) ON DELETE SET NULL,
  constraint call_effect_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id) ON DELETE CASCADE,
  constraint call_effect_contact_added_id_fkey FOREIGN KEY (contact_added_id) REFERENCES contact(id) ON DELETE SET NULL
);
CREATE INDEX call_effect_address_added_idx ON call_effect USING btree (address_added_to) WHERE (address_added_to IS NOT NULL);
CREATE INDEX call_effect_contact_added_idx ON call_effect USING btree (contact_added_id) WHERE (contact_added_id IS NOT NULL);

create table call_phone (
  id uuid default new_id() not null,
  call_id uuid not null,
  user_id uuid not null,
  session_hash bytea not null,
  link_hash bytea not null,
  made_at timestamptz default now() not null,
  link_expires_at timestamptz not null,
  opened_at timestamptz,
  key_hash bytea,
  expires_at timestamptz,
  constraint call_phone_pkey PRIMARY KEY (id),
  constraint call_phone_call_key UNIQUE (call_id),
  constraint call_phone_key_key UNIQUE (key_hash),
  constraint call_phone_link_key UNIQUE (link_hash),
  constraint call_phone_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id) ON DELETE CASCADE,
  constraint call_phone_session_hash_fkey FOREIGN KEY (session_hash) REFERENCES session(id_hash) ON DELETE CASCADE,
  constraint call_phone_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);
CREATE INDEX call_phone_session_idx ON call_phone USING btree (session_hash);

create table call_script (
  id uuid default new_id() not null,
  campaign_id uuid not null,
  number integer not null,
  text_fi text,
  text_sv text,
  text_en text,
  made_by uuid,
  made_at timestamptz default now() not null,
  constraint call_script_pkey PRIMARY KEY (id),
  constraint call_script_campaign_number_key UNIQUE (campaign_id, number),
  constraint call_script_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint call_script_made_by_fkey FOREIGN KEY (made_by) REFERENCES user_account(id),
  constraint call_script_text_check CHECK (COALESCE(text_fi, text_sv, text_en) IS NOT NULL)
);

create table call_task (
  id uuid default new_id() not null,
  campaign_id uuid not null,
  company_id uuid not null,
  status text default 'queued'::text not null,
  due_at timestamptz default now() not null,
  callback_for uuid,
  attempts integer default 0 not null,
  done_reason text,
  "position" integer default 0 not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdraw_reason text,
  points integer default 0 not null,
  point_reasons jsonb default '[]'::jsonb not null,
  outcomes text[] default '{}'::text[] not null,
  constraint call_task_pkey PRIMARY KEY (id),
  constraint call_task_campaign_company_key UNIQUE (campaign_id, company_id),
  constraint call_task_callback_for_fkey FOREIGN KEY (callback_for) REFERENCES user_account(id),
  constraint call_task_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint call_task_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint call_task_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES user_account(id),
  constraint call_task_status_check CHECK (status = ANY (ARRAY['queued'::text, 'callback'::text, 'done'::text]))
);
CREATE INDEX call_task_callback_idx ON call_task USING btree (callback_for, due_at) WHERE (status = 'callback'::text);
CREATE INDEX call_task_callbacks_idx ON call_task USING btree (campaign_id, due_at, id) WHERE (status = 'callback'::text);
CREATE INDEX call_task_company_idx ON call_task USING btree (company_id);
CREATE INDEX call_task_fresh_idx ON call_task USING btree (campaign_id, "position", id) WHERE ((status = 'queued'::text) AND (attempts = 0));
CREATE INDEX call_task_retries_idx ON call_task USING btree (campaign_id, due_at, id) WHERE ((status = 'queued'::text) AND (attempts > 0));

create table campaign (
  id uuid default new_id() not null,
  round_id uuid not null,
  source_list_id uuid not null,
  name text not null,
  kind text default 'cold_call'::text not null,
  goal text,
  status text default 'list_building'::text not null,
  starts_on date,
  ends_on date,
  lease_minutes integer default 30 not null,
  max_attempts integer default 4 not null,
  retry_hours integer default 20 not null,
  list_approved_at timestamptz,
  list_approved_by uuid,
  closed_at timestamptz,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  order_rules jsonb,
  recording_kept_days integer,
  calls_from text default '08:00'::text not null,
  calls_until text default '17:00'::text not null,
  call_weekdays integer[] default '{1,2,3,4,5}'::integer[] not null,
  calls_on_holidays boolean default false not null,
  retry_share integer default 50 not null,
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint campaign_list_approved_by_fkey FOREIGN KEY (list_approved_by) REFERENCES user_account(id),
  constraint campaign_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint campaign_source_list_id_fkey FOREIGN KEY (source_list_id) REFERENCES source_list(id),
  constraint campaign_call_weekdays_check CHECK (call_weekdays <@ '{1,2,3,4,5,6,7}'::integer[] AND call_weekdays <> '{}'::integer[]),
  constraint campaign_calling_hours_check CHECK (calls_from < calls_until),
  constraint campaign_calls_from_check CHECK (calls_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text),
  constraint campaign_calls_until_check CHECK (calls_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$'::text),
  constraint campaign_kind_check CHECK (kind = ANY (ARRAY['cold_call'::text, 'survey'::text])),
  constraint campaign_lease_minutes_check CHECK (lease_minutes >= 5 AND lease_minutes <= 240),
  constraint campaign_max_attempts_check CHECK (max_attempts >= 1 AND max_attempts <= 20),
  constraint campaign_recording_kept_days_check CHECK (recording_kept_days >= 1 AND recording_kept_days <= 3650),
  constraint campaign_retry_hours_check CHECK (retry_hours >= 1 AND retry_hours <= 720),
  constraint campaign_retry_share_check CHECK (retry_share >= 0 AND retry_share <= 100),
  constraint campaign_status_check CHECK (status = ANY (ARRAY['list_building'::text, 'list_approved'::text, 'running'::text, 'paused'::text, 'closed'::text]))
);

create table campaign_caller (
  campaign_id uuid not null,
  user_id uuid not null,
  added_by uuid,
  added_at timestamptz default now() not null,
  removed_at timestamptz,
  constraint campaign_caller_pkey PRIMARY KEY (campaign_id, user_id),
  constraint campaign_caller_added_by_fkey FOREIGN KEY (added_by) REFERENCES user_account(id),
  constraint campaign_caller_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint campaign_caller_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id)
);
CREATE INDEX campaign_caller_user_idx ON campaign_caller USING btree (user_id) WHERE (removed_at IS NULL);

create table campaign_company (
  campaign_id uuid not null,
  company_id uuid not null,
  decision text,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  constraint campaign_company_pkey PRIMARY KEY (campaign_id, company_id),
  constraint campaign_company_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint campaign_company_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint campaign_company_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES user_account(id),
  constraint campaign_company_decision_check CHECK (decision = ANY (ARRAY['include'::text, 'exclude'::text]))
);
CREATE INDEX campaign_company_company_idx ON campaign_company USING btree (company_id);

create table candidacy_end (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  reason text not null,
  goal text,
  goal_outcome text,
  comparison text,
  handed_back_to text,
  handed_back_on date,
  ended_by uuid,
  ended_at timestamptz default now() not null,
  reopened_by uuid,
  reopened_at timestamptz,
  constraint candidacy_end_pkey PRIMARY KEY (id),
  constraint candidacy_end_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint candidacy_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES user_account(id),
  constraint candidacy_end_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES user_account(id),
  constraint candidacy_end_goal_outcome_check CHECK (goal_outcome = ANY (ARRAY['reached'::text, 'partly'::text, 'changed'::text, 'not_reached'::text, 'no_goal'::text])),
  constraint candidacy_end_hand_back_check CHECK ((handed_back_to IS NULL) = (handed_back_on IS NULL))
);
CREATE INDEX candidacy_end_candidate_idx ON candidacy_end USING btree (candidate_id, id DESC);

create table candidate (
  id uuid default new_id() not null,
  number text default ('K-'::text || nextval('candidate_number_seq'::regclass)) not null,
  name text not null,
  email text,
  phone text,
  street text,
  municipality text,
  language text default 'fi'::text not null,
  non_disclosure boolean default false not null,
  goal text,
  headline text,
  about text,
  forms text[] default '{}'::text[] not null,
  works_in text[] default '{}'::text[] not null,
  remote boolean default true not null,
  available_from date,
  coach_id uuid,
  referred_by text,
  referred_on date,
  eura_started_on date,
  eura_ended_on date,
  ended_at timestamptz,
  end_reason text,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  erased_at timestamptz,
  next_step text,
  next_step_on date,
  constraint candidate_pkey PRIMARY KEY (id),
  constraint candidate_number_key UNIQUE (number),
  constraint candidate_coach_id_fkey FOREIGN KEY (coach_id) REFERENCES user_account(id),
  constraint candidate_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint candidate_language_check CHECK (language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))
);
CREATE INDEX candidate_coach_idx ON candidate USING btree (coach_id);
CREATE INDEX candidate_name_idx ON candidate USING btree (name COLLATE "fi-FI-x-icu", id);
CREATE INDEX candidate_name_trgm_idx ON candidate USING gin (lower(name) gin_trgm_ops);
CREATE TRIGGER candidate_ready AFTER UPDATE OF ended_at, available_from ON candidate FOR EACH ROW EXECUTE FUNCTION note_candidate();

create table candidate_fact_source (
  candidate_id uuid not null,
  fact text not null,
  source text not null,
  written_by uuid,
  written_at timestamptz default now() not null,
  constraint candidate_fact_source_pkey PRIMARY KEY (candidate_id, fact),
  constraint candidate_fact_source_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint candidate_fact_source_written_by_fkey FOREIGN KEY (written_by) REFERENCES user_account(id),
  constraint candidate_fact_source_source_check CHECK (source = ANY (ARRAY['coach'::text, 'cv'::text, 'person'::text]))
);

create table candidate_language (
  candidate_id uuid not null,
  language text not null,
  level text not null,
  constraint candidate_language_pkey PRIMARY KEY (candidate_id, language),
  constraint candidate_language_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint candidate_language_level_check CHECK (level = ANY (ARRAY['A1'::text, 'A2'::text, 'B1'::text, 'B2'::text, 'C1'::text, 'C2'::text, 'native'::text]))
);

create table candidate_note (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  channel text not null,
  happened_on date not null,
  body text not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  minutes integer,
  not_reached boolean default false not null,
  restricted boolean default false not null,
  constraint candidate_note_pkey PRIMARY KEY (id),
  constraint candidate_note_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint candidate_note_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint candidate_note_channel_check CHECK (channel = ANY (ARRAY['meeting'::text, 'phone'::text, 'email'::text, 'chat'::text, 'online'::text])),
  constraint candidate_note_minutes_check CHECK (minutes >= 1 AND minutes <= 1440)
);
CREATE INDEX candidate_note_candidate_idx ON candidate_note USING btree (candidate_id, id DESC);
CREATE INDEX candidate_note_day_idx ON candidate_note USING btree (candidate_id, happened_on DESC, id DESC);

create table candidate_skill (
  candidate_id uuid not null,
  skill_id text not null,
  level integer,
  years numeric,
  source text not null,
  evidence text,
  cv_id uuid,
  confirmed_by uuid,
  confirmed_at timestamptz default now() not null,
  removed_at timestamptz,
  removed_by uuid,
  place text,
  jobs integer default 0 not null,
  person_confirmed_at timestamptz,
  constraint candidate_skill_pkey PRIMARY KEY (candidate_id, skill_id),
  constraint candidate_skill_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint candidate_skill_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES user_account(id),
  constraint candidate_skill_cv_id_fkey FOREIGN KEY (cv_id) REFERENCES cv(id),
  constraint candidate_skill_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES user_account(id),
  constraint candidate_skill_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id),
  constraint candidate_skill_level_check CHECK (level >= 1 AND level <= 3),
  constraint candidate_skill_place_check CHECK (place = ANY (ARRAY['title'::text, 'work'::text, 'studies'::text, 'list'::text])),
  constraint candidate_skill_source_check CHECK (source = ANY (ARRAY['cv'::text, 'coach'::text, 'person'::text]))
);
CREATE INDEX candidate_skill_skill_idx ON candidate_skill USING btree (skill_id, candidate_id) INCLUDE (place, jobs, level, years) WHERE (removed_at IS NULL);
CREATE TRIGGER candidate_skill_changed AFTER INSERT OR DELETE OR UPDATE ON candidate_skill FOR EACH ROW EXECUTE FUNCTION note_candidate_skill();

create table check_in (
  id uuid default new_id() not null,
  placement_id uuid not null,
  held_on date not null,
  mode text not null,
  heard text not null,
  mood integer,
  on_track boolean not null,
  concern boolean default false not null,
  note text,
  created_by uuid,
  created_at timestamptz default now() not null,
  constraint check_in_pkey PRIMARY KEY (id),
  constraint check_in_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint check_in_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES placement(id) ON DELETE CASCADE,
  constraint check_in_heard_check CHECK (heard = ANY (ARRAY['candidate'::text, 'host'::text, 'both'::text])),
  constraint check_in_mode_check CHECK (mode = ANY (ARRAY['visit'::text, 'phone'::text, 'online'::text, 'email'::text])),
  constraint check_in_mood_check CHECK (mood >= 1 AND mood <= 5)
);
CREATE INDEX check_in_placement_idx ON check_in USING btree (placement_id, held_on);

create table coach_absence (
  id uuid default new_id() not null,
  coach_id uuid not null,
  substitute_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  cancelled_at timestamptz,
  constraint coach_absence_pkey PRIMARY KEY (id),
  constraint coach_absence_coach_id_fkey FOREIGN KEY (coach_id) REFERENCES user_account(id),
  constraint coach_absence_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint coach_absence_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES user_account(id),
  constraint coach_absence_days_excl EXCLUDE USING gist (coach_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE (cancelled_at IS NULL),
  constraint coach_absence_days_check CHECK (ends_on >= starts_on),
  constraint coach_absence_other_check CHECK (substitute_id <> coach_id)
);
CREATE INDEX coach_absence_substitute_idx ON coach_absence USING btree (substitute_id, ends_on) WHERE (cancelled_at IS NULL);

create table coach_change (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  from_id uuid,
  to_id uuid,
  reason text,
  changed_by uuid,
  changed_at timestamptz default now() not null,
  constraint coach_change_pkey PRIMARY KEY (id),
  constraint coach_change_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint coach_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES user_account(id),
  constraint coach_change_from_id_fkey FOREIGN KEY (from_id) REFERENCES user_account(id),
  constraint coach_change_to_id_fkey FOREIGN KEY (to_id) REFERENCES user_account(id)
);
CREATE INDEX coach_change_candidate_idx ON coach_change USING btree (candidate_id, id DESC);

create table cohort (
  id uuid default new_id() not null,
  project_id uuid not null,
  name text not null,
  group_language text,
  starts_on date,
  ends_on date,
  seats integer,
  note text,
  constraint cohort_pkey PRIMARY KEY (id),
  constraint cohort_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id)
);

create table company (
  id uuid default new_id() not null,
  business_id text,
  name text not null,
  name_lower text generated always as (lower(name)) stored,
  form text,
  industry_code text,
  industry text,
  registered_on date,
  municipality text,
  street text,
  postcode text,
  website text,
  phone text,
  email text,
  language text default 'fi'::text not null,
  category text default 'other'::text not null,
  size_band text,
  growth text,
  growth_source text,
  funded text,
  description text,
  owner_id uuid,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  last_contact_at timestamptz,
  name_key text generated always as (company_name_key(name)) stored,
  place_key text generated always as (place_key(municipality)) stored,
  web_domain text generated always as (COALESCE(own_domain(website), own_domain(email))) stored,
  web_text text,
  industry_code_2025 text,
  search_text text generated always as (lower(((((((((((((((((((name || '
'::text) || COALESCE(business_id, ''::text)) || '
'::text) || COALESCE(industry, ''::text)) || '
'::text) || COALESCE(industry_code, ''::text)) || '
'::text) || COALESCE(municipality, ''::text)) || '
'::text) || COALESCE(website, ''::text)) || '
'::text) || COALESCE(funded, ''::text)) || '
'::text) || COALESCE(growth_source, ''::text)) || '
'::text) || COALESCE(description, ''::text)) || '
'::text) || "left"(COALESCE(web_text, ''::text), 20000)))) stored,
  phone_key bytea generated always as (reach_key(phone)) stored,
  email_key bytea generated always as (reach_key(email)) stored,
  parent_business_id text,
  no_business_id text,
  constraint company_pkey PRIMARY KEY (id),
  constraint company_business_id_key UNIQUE (business_id),
  constraint company_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint company_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES user_account(id),
  constraint company_business_id_check CHECK (business_id ~ '^[0-9]{7}-[0-9]$'::text),
  constraint company_category_check CHECK (category = ANY (ARRAY['ict'::text, 'headhunter'::text, 'social_enterprise'::text, 'manufacturing'::text, 'other'::text])),
  constraint company_growth_check CHECK (growth = ANY (ARRAY['growing'::text, 'steady'::text, 'shrinking'::text])),
  constraint company_language_check CHECK (language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])),
  constraint company_no_business_id_check CHECK (no_business_id = ANY (ARRAY['not_registered'::text, 'foreign'::text, 'not_known'::text])),
  constraint company_parent_business_id_check CHECK (parent_business_id ~ '^[0-9]{7}-[0-9]$'::text),
  constraint company_parent_check CHECK (parent_business_id <> business_id),
  constraint company_size_band_check CHECK (size_band = ANY (ARRAY['1-4'::text, '5-9'::text, '10-49'::text, '50-249'::text, '250+'::text]))
);
CREATE INDEX company_created_idx ON company USING btree (created_at DESC, id DESC);
CREATE INDEX company_email_key_idx ON company USING btree (email_key) WHERE (email_key IS NOT NULL);
CREATE INDEX company_form_idx ON company USING btree (form) WHERE (form IS NOT NULL);
CREATE INDEX company_funded_idx ON company USING btree (id) WHERE (funded IS NOT NULL);
CREATE INDEX company_growth_idx ON company USING btree (growth) WHERE (growth IS NOT NULL);
CREATE INDEX company_industry_2025_idx ON company USING btree (industry_code_2025 text_pattern_ops) WHERE (industry_code_2025 IS NOT NULL);
CREATE INDEX company_industry_code_idx ON company USING btree (industry_code text_pattern_ops) WHERE (industry_code IS NOT NULL);
CREATE INDEX company_language_idx ON company USING btree (language);
CREATE INDEX company_last_contact_idx ON company USING btree (last_contact_at, id);
CREATE INDEX company_municipality_idx ON company USING btree (municipality, name COLLATE "fi-FI-x-icu", id);
CREATE INDEX company_name_blocks_idx ON company USING gin (company_name_blocks(name_key, place_key));
CREATE INDEX company_name_idx ON company USING btree (name COLLATE "fi-FI-x-icu", id);
CREATE INDEX company_name_key_idx ON company USING btree (name_key);
CREATE INDEX company_name_trgm_idx ON company USING gin (name_lower gin_trgm_ops);
CREATE INDEX company_owner_idx ON company USING btree (owner_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX company_parent_idx ON company USING btree (parent_business_id) WHERE (parent_business_id IS NOT NULL);
CREATE INDEX company_phone_idx ON company USING btree (phone) WHERE (phone IS NOT NULL);
CREATE INDEX company_phone_key_idx ON company USING btree (phone_key) WHERE (phone_key IS NOT NULL);
CREATE INDEX company_place_key_idx ON company USING btree (place_key);
CREATE INDEX company_postcode_idx ON company USING btree (postcode text_pattern_ops) WHERE (postcode IS NOT NULL);
CREATE INDEX company_quiet_idx ON company USING btree (last_contact_at NULLS FIRST, id);
CREATE INDEX company_search_idx ON company USING gin (search_text gin_trgm_ops);
CREATE INDEX company_size_idx ON company USING btree (size_band);
CREATE INDEX company_web_domain_idx ON company USING btree (web_domain) WHERE (web_domain IS NOT NULL);
CREATE INDEX company_without_email_idx ON company USING btree (id) WHERE (email IS NULL);
CREATE INDEX company_without_id_blocks_idx ON company USING gin (company_name_blocks(name_key, place_key)) WHERE (business_id IS NULL);
CREATE INDEX company_without_phone_idx ON company USING btree (id) WHERE (phone IS NULL);
CREATE TRIGGER company_words_added AFTER INSERT ON company REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_company_words();
CREATE TRIGGER company_words_changed AFTER UPDATE ON company REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_company_words();

create table company_contact_event (
  id uuid default new_id() not null,
  company_id uuid not null,
  at timestamptz default now() not null,
  channel text not null,
  reached boolean default true not null,
  round_id uuid,
  campaign_id uuid,
  user_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  note text,
  taken_back_at timestamptz,
  constraint company_contact_event_pkey PRIMARY KEY (id),
  constraint company_contact_event_subject_key UNIQUE (subject_type, subject_id, company_id, channel),
  constraint company_contact_event_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint company_contact_event_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint company_contact_event_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint company_contact_event_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id),
  constraint company_contact_event_channel_check CHECK (channel = ANY (ARRAY['call'::text, 'email'::text, 'sms'::text, 'meeting'::text, 'presentation'::text, 'portal'::text, 'survey'::text, 'other'::text]))
);
CREATE INDEX company_contact_event_at_idx ON company_contact_event USING btree (at) WHERE (taken_back_at IS NULL);
CREATE INDEX company_contact_event_company_idx ON company_contact_event USING btree (company_id, at DESC) WHERE (taken_back_at IS NULL);

create table company_file (
  id uuid default new_id() not null,
  company_id uuid not null,
  file_id uuid not null,
  title text not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  constraint company_file_pkey PRIMARY KEY (id),
  constraint company_file_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint company_file_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint company_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id)
);
CREATE INDEX company_file_company_idx ON company_file USING btree (company_id, id DESC);

create table company_fit (
  company_id uuid not null,
  candidates integer not null,
  skills text[] not null,
  counted_at timestamptz default now() not null,
  constraint company_fit_pkey PRIMARY KEY (company_id),
  constraint company_fit_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
  constraint company_fit_candidates_check CHECK (candidates > 0)
);
CREATE INDEX company_fit_candidates_idx ON company_fit USING btree (candidates);

create table company_fit_work (
  id bigint generated always as identity not null,
  company_id uuid,
  skill_id text,
  constraint company_fit_work_pkey PRIMARY KEY (id)
);

create table company_import (
  id uuid default new_id() not null,
  source_list_id uuid,
  file_id uuid,
  file_name text not null,
  file_sha256 text not null,
  encoding text,
  delimiter text,
  header jsonb default '[]'::jsonb not null,
  mapping jsonb default '{}'::jsonb not null,
  status text default 'reading'::text not null,
  counts jsonb default '{}'::jsonb not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  committed_by uuid,
  committed_at timestamptz,
  row_count integer default 0 not null,
  rows_done integer default 0 not null,
  last_line integer default 0 not null,
  progress_at timestamptz default now() not null,
  failure text,
  columns jsonb default '[]'::jsonb not null,
  preset text,
  fingerprint text,
  mapped_at timestamptz,
  overwritten text[] default '{}'::text[] not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint company_import_pkey PRIMARY KEY (id),
  constraint company_import_committed_by_fkey FOREIGN KEY (committed_by) REFERENCES user_account(id),
  constraint company_import_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint company_import_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint company_import_source_list_id_fkey FOREIGN KEY (source_list_id) REFERENCES source_list(id),
  constraint company_import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES user_account(id),
  constraint company_import_status_check CHECK (status = ANY (ARRAY['reading'::text, 'read'::text, 'checking'::text, 'checked'::text, 'committing'::text, 'committed'::text, 'undoing'::text, 'undone'::text, 'cancelled'::text, 'failed'::text]))
);
CREATE INDEX company_import_fingerprint_idx ON company_import USING btree (fingerprint, id DESC) WHERE (mapped_at IS NOT NULL);
CREATE INDEX company_import_unfinished_idx ON company_import USING btree (progress_at) WHERE (status = ANY (ARRAY['reading'::text, 'checking'::text, 'committing'::text, 'undoing'::text]));

create table company_import_correction (
  import_id uuid not null,
  line integer not null,
  cells jsonb not null,
  corrected_by uuid,
  corrected_at timestamptz default now() not null,
  constraint company_import_correction_pkey PRIMARY KEY (import_id, line),
  constraint company_import_correction_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES user_account(id),
  constraint company_import_correction_import_id_fkey FOREIGN KEY (import_id) REFERENCES company_import(id) ON DELETE CASCADE
);

create table company_import_row (
  import_id uuid not null,
  line integer not null,
  cells jsonb not null,
  result text not null,
  problems text[] default '{}'::text[] not null,
  company_id uuid,
  business_id text,
  name text,
  form text,
  registered_on date,
  industry text,
  industry_code text,
  municipality text,
  street text,
  postcode text,
  website text,
  phone text,
  email text,
  size_band text,
  language text,
  web_text text,
  keywords text[],
  contact jsonb,
  contact_id uuid,
  first_line integer,
  suppressed boolean default false not null,
  changes jsonb default '{}'::jsonb not null,
  left_alone text[] default '{}'::text[] not null,
  similar_id uuid,
  similar_reasons text[] default '{}'::text[] not null,
  decision text,
  industry_code_2025 text,
  name_key text,
  place_key text,
  web_domain text,
  matched boolean default false not null,
  growth text,
  growth_source text,
  funded text,
  constraint company_import_row_pkey PRIMARY KEY (import_id, line),
  constraint company_import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES company_import(id) ON DELETE CASCADE,
  constraint company_import_row_decision_check CHECK (decision = ANY (ARRAY['new'::text, 'skip'::text, 'known'::text])),
  constraint company_import_row_result_check CHECK (result = ANY (ARRAY['new'::text, 'updated'::text, 'known'::text, 'duplicate'::text, 'skipped'::text, 'refused'::text]))
);
CREATE INDEX company_import_row_business_id_idx ON company_import_row USING btree (import_id, business_id);
CREATE INDEX company_import_row_first_line_idx ON company_import_row USING btree (import_id, first_line) WHERE (first_line IS NOT NULL);
CREATE INDEX company_import_row_left_alone_idx ON company_import_row USING btree (import_id, line) WHERE (left_alone <> '{}'::text[]);
CREATE INDEX company_import_row_problem_idx ON company_import_row USING btree (import_id, line) WHERE (problems <> '{}'::text[]);
CREATE INDEX company_import_row_result_idx ON company_import_row USING btree (import_id, result, line);
CREATE INDEX company_import_row_similar_idx ON company_import_row USING btree (import_id, line) WHERE (similar_id IS NOT NULL);

create table company_merge (
  id uuid default new_id() not null,
  kept_id uuid not null,
  removed_id uuid not null,
  removed jsonb not null,
  removed_name text not null,
  removed_business_id text,
  changes jsonb default '{}'::jsonb not null,
  merged_by uuid,
  merged_at timestamptz default now() not null,
  undone_by uuid,
  undone_at timestamptz,
  left_alone jsonb,
  constraint company_merge_pkey PRIMARY KEY (id),
  constraint company_merge_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES user_account(id),
  constraint company_merge_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES user_account(id)
);
CREATE INDEX company_merge_business_id_idx ON company_merge USING btree (removed_business_id) WHERE (undone_at IS NULL);
CREATE INDEX company_merge_kept_idx ON company_merge USING btree (kept_id);
CREATE UNIQUE INDEX company_merge_removed_key ON company_merge USING btree (removed_id) WHERE (undone_at IS NULL);

create table company_merge_row (
  merge_id uuid not null,
  "position" integer not null,
  table_name text not null,
  kind text not null,
  key jsonb not null,
  before jsonb default '{}'::jsonb not null,
  after jsonb default '{}'::jsonb not null,
  constraint company_merge_row_pkey PRIMARY KEY (merge_id, "position"),
  constraint company_merge_row_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES company_merge(id) ON DELETE CASCADE,
  constraint company_merge_row_kind_check CHECK (kind = ANY (ARRAY['moved'::text, 'changed'::text, 'removed'::text, 'added'::text]))
);

create table company_note (
  id uuid default new_id() not null,
  company_id uuid not null,
  body text not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  removed_at timestamptz,
  removed_by uuid,
  constraint company_note_pkey PRIMARY KEY (id),
  constraint company_note_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint company_note_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint company_note_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES user_account(id)
);
CREATE INDEX company_note_company_idx ON company_note USING btree (company_id, id DESC) WHERE (removed_at IS NULL);

create table company_promise (
  id uuid default new_id() not null,
  company_id uuid not null,
  promised_by text not null,
  what text not null,
  promised_on date not null,
  due_on date,
  outcome text,
  outcome_at timestamptz,
  outcome_by uuid,
  outcome_note text,
  created_by uuid,
  created_at timestamptz default now() not null,
  constraint company_promise_pkey PRIMARY KEY (id),
  constraint company_promise_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint company_promise_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint company_promise_outcome_by_fkey FOREIGN KEY (outcome_by) REFERENCES user_account(id),
  constraint company_promise_outcome_check CHECK (outcome = ANY (ARRAY['kept'::text, 'broken'::text, 'released'::text])),
  constraint company_promise_promised_by_check CHECK (promised_by = ANY (ARRAY['house'::text, 'company'::text])),
  constraint company_promise_when_check CHECK ((outcome IS NULL) = (outcome_at IS NULL))
);
CREATE INDEX company_promise_company_idx ON company_promise USING btree (company_id, due_on) WHERE (outcome IS NULL);

create table company_site (
  id uuid default new_id() not null,
  company_id uuid not null,
  name text,
  street text,
  postcode text,
  municipality text,
  phone text,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  constraint company_site_pkey PRIMARY KEY (id),
  constraint company_site_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint company_site_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id)
);
CREATE INDEX company_site_company_idx ON company_site USING btree (company_id);

create table company_skill (
  company_id uuid not null,
  skill_id text not null,
  constraint company_skill_pkey PRIMARY KEY (company_id, skill_id),
  constraint company_skill_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
  constraint company_skill_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id) ON DELETE CASCADE
);
CREATE INDEX company_skill_skill_idx ON company_skill USING btree (skill_id, company_id);

create table company_tag (
  company_id uuid not null,
  tag_id uuid not null,
  added_by uuid,
  added_at timestamptz default now() not null,
  constraint company_tag_pkey PRIMARY KEY (company_id, tag_id),
  constraint company_tag_added_by_fkey FOREIGN KEY (added_by) REFERENCES user_account(id),
  constraint company_tag_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint company_tag_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tag(id)
);
CREATE INDEX company_tag_tag_idx ON company_tag USING btree (tag_id, company_id);

create table company_task (
  id uuid default new_id() not null,
  company_id uuid not null,
  title text not null,
  due_on date not null,
  owner_id uuid not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  done_at timestamptz,
  done_by uuid,
  version integer default 1 not null,
  constraint company_task_pkey PRIMARY KEY (id),
  constraint company_task_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint company_task_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint company_task_done_by_fkey FOREIGN KEY (done_by) REFERENCES user_account(id),
  constraint company_task_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES user_account(id)
);
CREATE INDEX company_task_company_idx ON company_task USING btree (company_id, due_on) WHERE (done_at IS NULL);
CREATE INDEX company_task_owner_idx ON company_task USING btree (owner_id, due_on, id) WHERE (done_at IS NULL);

create table consent (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  tier text not null,
  company_id uuid,
  round_id uuid,
  answer text not null,
  consent_text_id uuid not null,
  how text not null,
  file_id uuid,
  answered_on date not null,
  expires_on date,
  recorded_by uuid,
  recorded_at timestamptz default now() not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdraw_reason text,
  superseded_at timestamptz,
  item text,
  purpose text,
  reopened_because text,
  constraint consent_pkey PRIMARY KEY (id),
  constraint consent_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint consent_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint consent_consent_text_id_fkey FOREIGN KEY (consent_text_id) REFERENCES consent_text(id),
  constraint consent_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint consent_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES user_account(id),
  constraint consent_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint consent_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES user_account(id),
  constraint consent_answer_check CHECK (answer = ANY (ARRAY['given'::text, 'refused'::text])),
  constraint consent_expiry_check CHECK (answer = 'refused'::text OR expires_on IS NOT NULL),
  constraint consent_how_check CHECK (how = ANY (ARRAY['paper'::text, 'meeting'::text, 'online'::text])),
  constraint consent_reopened_because_check CHECK (reopened_because = ANY (ARRAY['person'::text, 'need'::text])),
  constraint consent_tier_check CHECK (tier = ANY (ARRAY['T1'::text, 'T2'::text, 'T3'::text, 'T4'::text, 'T5'::text, 'T6'::text]))
);
CREATE INDEX consent_candidate_idx ON consent USING btree (candidate_id, tier, recorded_at DESC);
CREATE INDEX consent_company_idx ON consent USING btree (company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX consent_expiry_idx ON consent USING btree (expires_on) WHERE ((answer = 'given'::text) AND (withdrawn_at IS NULL) AND (superseded_at IS NULL));
CREATE TRIGGER consent_changed AFTER INSERT OR DELETE OR UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION note_candidate();

create table consent_question (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  tier text not null,
  company_id uuid,
  round_id uuid,
  item text,
  purpose text,
  because text not null,
  need_id uuid,
  renews_id uuid,
  asked_by uuid,
  asked_at timestamptz default now() not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  answered_at timestamptz,
  consent_id uuid,
  constraint consent_question_pkey PRIMARY KEY (id),
  constraint consent_question_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES user_account(id),
  constraint consent_question_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint consent_question_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint consent_question_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consent(id),
  constraint consent_question_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id),
  constraint consent_question_renews_id_fkey FOREIGN KEY (renews_id) REFERENCES consent(id),
  constraint consent_question_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint consent_question_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES user_account(id),
  constraint consent_question_because_check CHECK (because = ANY (ARRAY['first'::text, 'renewal'::text, 'need'::text, 'person'::text])),
  constraint consent_question_tier_check CHECK (tier = ANY (ARRAY['T1'::text, 'T2'::text, 'T3'::text, 'T4'::text, 'T5'::text, 'T6'::text]))
);
CREATE INDEX consent_question_candidate_idx ON consent_question USING btree (candidate_id, id DESC);
CREATE UNIQUE INDEX consent_question_open_key ON consent_question USING btree (candidate_id, tier, COALESCE(company_id, round_id, candidate_id), COALESCE(item, ''::text)) WHERE ((answered_at IS NULL) AND (taken_back_at IS NULL));

create table consent_text (
  id uuid default new_id() not null,
  tier text not null,
  version integer not null,
  text_fi text not null,
  text_sv text not null,
  text_en text not null,
  valid_from date not null,
  created_at timestamptz default now() not null,
  constraint consent_text_pkey PRIMARY KEY (id),
  constraint consent_text_tier_version_key UNIQUE (tier, version),
  constraint consent_text_tier_check CHECK (tier = ANY (ARRAY['T1'::text, 'T2'::text, 'T3'::text, 'T4'::text, 'T5'::text, 'T6'::text]))
);

create table contact (
  id uuid default new_id() not null,
  company_id uuid not null,
  name text not null,
  role text,
  email text,
  phone text,
  language text,
  source text,
  informed_on date,
  note text,
  left_at timestamptz,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint contact_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint contact_language_check CHECK (language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))
);
CREATE INDEX contact_company_idx ON contact USING btree (company_id, name);
CREATE INDEX contact_email_idx ON contact USING btree (lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX contact_name_trgm_idx ON contact USING gin (lower(name) gin_trgm_ops);
CREATE INDEX contact_phone_idx ON contact USING btree (phone) WHERE (phone IS NOT NULL);

create table contact_exception (
  id uuid default new_id() not null,
  company_id uuid not null,
  campaign_id uuid,
  user_id uuid not null,
  reason text not null,
  created_at timestamptz default now() not null,
  expires_at timestamptz not null,
  constraint contact_exception_pkey PRIMARY KEY (id),
  constraint contact_exception_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint contact_exception_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint contact_exception_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id)
);
CREATE INDEX contact_exception_company_idx ON contact_exception USING btree (company_id, expires_at);

create table cv (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  file_id uuid not null,
  version_number integer not null,
  status text default 'waiting'::text not null,
  problem text,
  format text,
  language text,
  pages integer,
  text text,
  reading jsonb,
  read_at timestamptz,
  uploaded_by uuid,
  uploaded_at timestamptz default now() not null,
  approved_on date,
  approved_by uuid,
  made_current_at timestamptz,
  removed_at timestamptz,
  words tsvector,
  came_as text default 'file'::text not null,
  form jsonb,
  confidence integer,
  pages_read integer,
  constraint cv_pkey PRIMARY KEY (id),
  constraint cv_candidate_version_key UNIQUE (candidate_id, version_number),
  constraint cv_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES user_account(id),
  constraint cv_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint cv_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint cv_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES user_account(id),
  constraint cv_came_as_check CHECK (came_as = ANY (ARRAY['file'::text, 'pasted'::text, 'form'::text])),
  constraint cv_confidence_check CHECK (confidence >= 0 AND confidence <= 100),
  constraint cv_status_check CHECK (status = ANY (ARRAY['waiting'::text, 'read'::text, 'unreadable'::text]))
);
CREATE INDEX cv_words_idx ON cv USING gin (words) WHERE ((made_current_at IS NOT NULL) AND (removed_at IS NULL));

create table cv_finding (
  id uuid default new_id() not null,
  cv_id uuid not null,
  candidate_id uuid not null,
  skill_id text not null,
  words text not null,
  sentence text not null,
  starts_at integer not null,
  ends_at integer not null,
  level text,
  years numeric,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  place text,
  jobs integer default 0 not null,
  found_by text default 'reader'::text not null,
  constraint cv_finding_pkey PRIMARY KEY (id),
  constraint cv_finding_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint cv_finding_cv_id_fkey FOREIGN KEY (cv_id) REFERENCES cv(id) ON DELETE CASCADE,
  constraint cv_finding_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES user_account(id),
  constraint cv_finding_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id),
  constraint cv_finding_decision_check CHECK (decision = ANY (ARRAY['confirmed'::text, 'rejected'::text])),
  constraint cv_finding_found_by_check CHECK (found_by = ANY (ARRAY['reader'::text, 'person'::text])),
  constraint cv_finding_place_check CHECK (place = ANY (ARRAY['title'::text, 'work'::text, 'studies'::text, 'list'::text]))
);
CREATE INDEX cv_finding_candidate_idx ON cv_finding USING btree (candidate_id, skill_id);
CREATE INDEX cv_finding_cv_idx ON cv_finding USING btree (cv_id);
CREATE INDEX cv_finding_undecided_idx ON cv_finding USING btree (skill_id, candidate_id) WHERE (decision IS NULL);

create table duplicate_check (
  company_id uuid not null,
  asked_at timestamptz default now() not null,
  constraint duplicate_check_pkey PRIMARY KEY (company_id)
);

create table duplicate_pair (
  first_id uuid not null,
  second_id uuid not null,
  reasons text[] not null,
  strength integer not null,
  found_at timestamptz default now() not null,
  dismissed_at timestamptz,
  dismissed_by uuid,
  constraint duplicate_pair_pkey PRIMARY KEY (first_id, second_id),
  constraint duplicate_pair_dismissed_by_fkey FOREIGN KEY (dismissed_by) REFERENCES user_account(id),
  constraint duplicate_pair_first_id_fkey FOREIGN KEY (first_id) REFERENCES company(id) ON DELETE CASCADE,
  constraint duplicate_pair_second_id_fkey FOREIGN KEY (second_id) REFERENCES company(id) ON DELETE CASCADE,
  constraint duplicate_pair_order_check CHECK (first_id < second_id),
  constraint duplicate_pair_reasons_check CHECK (cardinality(reasons) > 0 AND reasons <@ ARRAY['same_name'::text, 'similar_name'::text, 'place'::text, 'phone'::text, 'domain'::text])
);
CREATE INDEX duplicate_pair_open_idx ON duplicate_pair USING btree (strength DESC, first_id, second_id) WHERE (dismissed_at IS NULL);
CREATE INDEX duplicate_pair_second_idx ON duplicate_pair USING btree (second_id);

create table employer_round (
  id uuid default new_id() not null,
  project_id uuid not null,
  name text not null,
  goal text,
  starts_on date,
  ends_on date,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  closed_at timestamptz,
  constraint employer_round_pkey PRIMARY KEY (id),
  constraint employer_round_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id)
);

create table engagement (
  id uuid default new_id() not null,
  round_id uuid not null,
  company_id uuid not null,
  stage text default 'identified'::text not null,
  returning_partner boolean default false not null,
  motives text[] default '{}'::text[] not null,
  promised text,
  next_action text,
  next_action_on date,
  owner_id uuid,
  reason text,
  interested_at timestamptz,
  joined_at timestamptz,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  constraint engagement_pkey PRIMARY KEY (id),
  constraint engagement_round_company_key UNIQUE (round_id, company_id),
  constraint engagement_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint engagement_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES user_account(id),
  constraint engagement_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint engagement_stage_check CHECK (stage = ANY (ARRAY['identified'::text, 'contacting'::text, 'interested'::text, 'meeting_agreed'::text, 'needs_known'::text, 'joined'::text, 'active'::text, 'dormant'::text, 'ended'::text, 'not_now'::text, 'declined'::text, 'do_not_contact'::text, 'unsuitable'::text]))
);
CREATE INDEX engagement_company_idx ON engagement USING btree (company_id);
CREATE INDEX engagement_next_action_idx ON engagement USING btree (next_action_on) WHERE (next_action_on IS NOT NULL);

create table erased_address (
  erasure_id uuid not null,
  salt bytea not null,
  hash bytea not null,
  constraint erased_address_erasure_id_fkey FOREIGN KEY (erasure_id) REFERENCES erasure(id)
);

create table erasure (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  reason text not null,
  erased_by uuid,
  erased_at timestamptz default now() not null,
  constraint erasure_pkey PRIMARY KEY (id),
  constraint erasure_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint erasure_erased_by_fkey FOREIGN KEY (erased_by) REFERENCES user_account(id)
);

create table form_submission (
  token uuid not null,
  content_hash bytea not null,
  user_id uuid,
  location text,
  at timestamptz default now() not null,
  constraint form_submission_pkey PRIMARY KEY (token, content_hash)
);
CREATE INDEX form_submission_at_idx ON form_submission USING btree (at);

create table host_calendar (
  user_id uuid not null,
  minutes_long integer default 45 not null,
  buffer_minutes integer default 15 not null,
  notice_hours integer default 24 not null,
  place text,
  link text,
  version integer default 1 not null,
  constraint host_calendar_pkey PRIMARY KEY (user_id),
  constraint host_calendar_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id),
  constraint host_calendar_buffer_minutes_check CHECK (buffer_minutes >= 0 AND buffer_minutes <= 120),
  constraint host_calendar_minutes_long_check CHECK (minutes_long >= 15 AND minutes_long <= 240),
  constraint host_calendar_notice_hours_check CHECK (notice_hours >= 0 AND notice_hours <= 336)
);

create table host_hours (
  user_id uuid not null,
  weekday integer not null,
  opens text not null,
  closes text not null,
  constraint host_hours_pkey PRIMARY KEY (user_id, weekday),
  constraint host_hours_user_id_fkey FOREIGN KEY (user_id) REFERENCES host_calendar(user_id) ON DELETE CASCADE,
  constraint host_hours_closes_check CHECK (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text),
  constraint host_hours_opens_check CHECK (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text),
  constraint host_hours_order_check CHECK (opens < closes),
  constraint host_hours_weekday_check CHECK (weekday >= 1 AND weekday <= 7)
);

create table host_time (
  id uuid default new_id() not null,
  user_id uuid not null,
  kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text,
  constraint host_time_pkey PRIMARY KEY (id),
  constraint host_time_user_id_fkey FOREIGN KEY (user_id) REFERENCES host_calendar(user_id) ON DELETE CASCADE,
  constraint host_time_kind_check CHECK (kind = ANY (ARRAY['busy'::text, 'open'::text])),
  constraint host_time_order_check CHECK (starts_at < ends_at)
);
CREATE INDEX host_time_user_idx ON host_time USING btree (user_id, ends_at);

create table list_export (
  id uuid default new_id() not null,
  user_id uuid not null,
  list text not null,
  address text not null,
  asked_at timestamptz default now() not null,
  rows integer,
  completed_at timestamptz,
  constraint list_export_pkey PRIMARY KEY (id),
  constraint list_export_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id),
  constraint list_export_address_check CHECK (address ~~ '/%'::text),
  constraint list_export_list_check CHECK (length(list) >= 1 AND length(list) <= 40),
  constraint list_export_rows_check CHECK (rows >= 0)
);
CREATE INDEX list_export_user_idx ON list_export USING btree (user_id, id DESC);

create table listed_keyword (
  keyword text not null,
  constraint listed_keyword_pkey PRIMARY KEY (keyword)
);

create table mail (
  id uuid default new_id() not null,
  kind text not null,
  to_address text not null,
  language text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  created_at timestamptz default now() not null,
  sent_at timestamptz,
  sent_by_service text,
  attempts integer default 0 not null,
  last_problem text,
  company_id uuid,
  round_id uuid,
  user_id uuid,
  withheld_at timestamptz,
  withheld_reason text,
  channel text default 'email'::text not null,
  file_name text,
  file_type text,
  file_text text,
  campaign_id uuid,
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE SET NULL,
  constraint mail_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint mail_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint mail_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id),
  constraint mail_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'sms'::text]))
);
CREATE INDEX mail_campaign_id_idx ON mail USING btree (campaign_id) WHERE (campaign_id IS NOT NULL);
CREATE INDEX mail_created_idx ON mail USING btree (id DESC);

create table match_decision (
  id uuid default new_id() not null,
  need_id uuid not null,
  candidate_id uuid not null,
  decision text not null,
  reason text,
  decided_by uuid,
  decided_at timestamptz default now() not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint match_decision_pkey PRIMARY KEY (id),
  constraint match_decision_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint match_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES user_account(id),
  constraint match_decision_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id),
  constraint match_decision_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES user_account(id),
  constraint match_decision_decision_check CHECK (decision = ANY (ARRAY['put_forward'::text, 'left_out'::text]))
);
CREATE INDEX match_decision_candidate_idx ON match_decision USING btree (candidate_id);
CREATE UNIQUE INDEX match_decision_in_force_key ON match_decision USING btree (need_id, candidate_id) WHERE (undone_at IS NULL);

create table match_rules (
  version integer not null,
  id uuid default new_id() not null,
  weights jsonb not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz default now() not null,
  constraint match_rules_pkey PRIMARY KEY (version),
  constraint match_rules_id_key UNIQUE (id),
  constraint match_rules_made_by_fkey FOREIGN KEY (made_by) REFERENCES user_account(id),
  constraint match_rules_version_check CHECK (version > 1)
);
CREATE TRIGGER match_rules_kept BEFORE DELETE OR UPDATE ON match_rules FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table meeting (
  id uuid default new_id() not null,
  round_id uuid,
  call_id uuid,
  kind text not null,
  mode text not null,
  title text not null,
  starts_at timestamptz not null,
  minutes_long integer default 60 not null,
  place text,
  link text,
  status text default 'planned'::text not null,
  host_id uuid,
  summary text,
  cancel_reason text,
  status_at timestamptz,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  holds_until timestamptz,
  sequence integer default 0 not null,
  skills_told text[] default '{}'::text[] not null,
  constraint meeting_pkey PRIMARY KEY (id),
  constraint meeting_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id),
  constraint meeting_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint meeting_host_id_fkey FOREIGN KEY (host_id) REFERENCES user_account(id),
  constraint meeting_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint meeting_host_time_excl EXCLUDE USING gist (host_id WITH =, tstzrange(starts_at, holds_until) WITH &&) WHERE (holds_until IS NOT NULL),
  constraint meeting_check CHECK (holds_until > starts_at),
  constraint meeting_kind_check CHECK (kind = ANY (ARRAY['one_to_one'::text, 'joint'::text, 'visit'::text, 'workshop'::text, 'event'::text])),
  constraint meeting_minutes_long_check CHECK (minutes_long >= 5 AND minutes_long <= 1440),
  constraint meeting_mode_check CHECK (mode = ANY (ARRAY['in_person'::text, 'online'::text, 'hybrid'::text])),
  constraint meeting_status_check CHECK (status = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text]))
);
CREATE INDEX meeting_call_id_idx ON meeting USING btree (call_id) WHERE (call_id IS NOT NULL);
CREATE INDEX meeting_host_idx ON meeting USING btree (host_id, starts_at) WHERE (status = 'planned'::text);
CREATE INDEX meeting_round_idx ON meeting USING btree (round_id, starts_at);
CREATE INDEX meeting_starts_idx ON meeting USING btree (starts_at DESC, id DESC);
CREATE INDEX meeting_title_trgm_idx ON meeting USING gin (lower(title) gin_trgm_ops);
CREATE INDEX meeting_told_idx ON meeting USING btree (starts_at DESC) WHERE (skills_told <> '{}'::text[]);

create table meeting_candidate (
  meeting_id uuid not null,
  candidate_id uuid not null,
  attendance text,
  constraint meeting_candidate_pkey PRIMARY KEY (meeting_id, candidate_id),
  constraint meeting_candidate_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint meeting_candidate_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE,
  constraint meeting_candidate_attendance_check CHECK (attendance = ANY (ARRAY['present'::text, 'absent'::text, 'absent_notified'::text]))
);
CREATE INDEX meeting_candidate_candidate_idx ON meeting_candidate USING btree (candidate_id);

create table meeting_company (
  meeting_id uuid not null,
  company_id uuid not null,
  attendance text,
  constraint meeting_company_pkey PRIMARY KEY (meeting_id, company_id),
  constraint meeting_company_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint meeting_company_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE,
  constraint meeting_company_attendance_check CHECK (attendance = ANY (ARRAY['present'::text, 'absent'::text, 'absent_notified'::text]))
);
CREATE INDEX meeting_company_company_idx ON meeting_company USING btree (company_id);

create table meeting_contact (
  meeting_id uuid not null,
  contact_id uuid not null,
  attendance text,
  constraint meeting_contact_pkey PRIMARY KEY (meeting_id, contact_id),
  constraint meeting_contact_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint meeting_contact_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE,
  constraint meeting_contact_attendance_check CHECK (attendance = ANY (ARRAY['present'::text, 'absent'::text, 'absent_notified'::text]))
);

create table meeting_invitation (
  id uuid default new_id() not null,
  meeting_id uuid not null,
  contact_id uuid,
  candidate_id uuid,
  user_id uuid,
  method text not null,
  sequence integer not null,
  token_hash bytea,
  mail_id uuid,
  created_at timestamptz default now() not null,
  constraint meeting_invitation_pkey PRIMARY KEY (id),
  constraint meeting_invitation_token_hash_key UNIQUE (token_hash),
  constraint meeting_invitation_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint meeting_invitation_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint meeting_invitation_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE SET NULL,
  constraint meeting_invitation_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE,
  constraint meeting_invitation_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id),
  constraint meeting_invitation_guest_check CHECK (num_nonnulls(contact_id, candidate_id, user_id) = 1),
  constraint meeting_invitation_method_check CHECK (method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text]))
);
CREATE INDEX meeting_invitation_mail_idx ON meeting_invitation USING btree (mail_id);
CREATE INDEX meeting_invitation_meeting_idx ON meeting_invitation USING btree (meeting_id, id DESC);

create table mentor (
  id uuid default new_id() not null,
  programme_id uuid not null,
  contact_id uuid not null,
  confidentiality_signed_on date,
  left_at timestamptz,
  constraint mentor_pkey PRIMARY KEY (id),
  constraint mentor_programme_contact_key UNIQUE (programme_id, contact_id),
  constraint mentor_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint mentor_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES mentoring_programme(id) ON DELETE CASCADE
);
CREATE INDEX mentor_contact_idx ON mentor USING btree (contact_id);

create table mentoring_programme (
  id uuid default new_id() not null,
  round_id uuid,
  name text not null,
  model text not null,
  goal text,
  facilitator_id uuid,
  channel_url text,
  starts_on date,
  ends_on date,
  status text default 'draft'::text not null,
  status_at timestamptz,
  status_by uuid,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  constraint mentoring_programme_pkey PRIMARY KEY (id),
  constraint mentoring_programme_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint mentoring_programme_facilitator_id_fkey FOREIGN KEY (facilitator_id) REFERENCES user_account(id),
  constraint mentoring_programme_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint mentoring_programme_status_by_fkey FOREIGN KEY (status_by) REFERENCES user_account(id),
  constraint mentoring_programme_model_check CHECK (model = ANY (ARRAY['company_group'::text, 'two_company_mentors'::text, 'peer_facilitated'::text, 'student_guidance'::text, 'one_to_one'::text])),
  constraint mentoring_programme_status_check CHECK (status = ANY (ARRAY['draft'::text, 'running'::text, 'closed'::text]))
);

create table mentoring_session (
  id uuid default new_id() not null,
  programme_id uuid not null,
  kind text not null,
  mode text not null,
  topic text,
  starts_at timestamptz not null,
  planned_minutes integer not null,
  held_minutes integer,
  status text default 'planned'::text not null,
  cancel_reason text,
  status_at timestamptz,
  status_by uuid,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  constraint mentoring_session_pkey PRIMARY KEY (id),
  constraint mentoring_session_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint mentoring_session_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES mentoring_programme(id) ON DELETE CASCADE,
  constraint mentoring_session_status_by_fkey FOREIGN KEY (status_by) REFERENCES user_account(id),
  constraint mentoring_session_held_minutes_check CHECK (held_minutes >= 1 AND held_minutes <= 1440),
  constraint mentoring_session_kind_check CHECK (kind = ANY (ARRAY['group'::text, 'individual'::text, 'on_call'::text, 'orientation'::text, 'visit'::text])),
  constraint mentoring_session_mode_check CHECK (mode = ANY (ARRAY['in_person'::text, 'online'::text, 'hybrid'::text])),
  constraint mentoring_session_planned_minutes_check CHECK (planned_minutes >= 5 AND planned_minutes <= 1440),
  constraint mentoring_session_status_check CHECK (status = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text]))
);
CREATE INDEX mentoring_session_programme_idx ON mentoring_session USING btree (programme_id, starts_at);

create table message_consent (
  id uuid default new_id() not null,
  company_id uuid not null,
  channels text[] not null,
  given_by text not null,
  how text not null,
  given_on date not null,
  recorded_by uuid,
  recorded_at timestamptz default now() not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint message_consent_pkey PRIMARY KEY (id),
  constraint message_consent_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint message_consent_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES user_account(id),
  constraint message_consent_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES user_account(id),
  constraint message_consent_channels_check CHECK (channels <@ '{email,sms}'::text[] AND channels <> '{}'::text[])
);
CREATE INDEX message_consent_company_idx ON message_consent USING btree (company_id) WHERE (withdrawn_at IS NULL);

create table need (
  id uuid default new_id() not null,
  company_id uuid not null,
  round_id uuid,
  call_id uuid,
  meeting_id uuid,
  contact_id uuid,
  title text not null,
  description text,
  headcount integer default 1 not null,
  forms text[] default '{}'::text[] not null,
  municipality text,
  remote text default 'no'::text not null,
  starts_on date,
  valid_until date,
  status text default 'open'::text not null,
  status_at timestamptz,
  status_by uuid,
  status_reason text,
  owner_id uuid,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  constraint need_pkey PRIMARY KEY (id),
  constraint need_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id),
  constraint need_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint need_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint need_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint need_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint need_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES user_account(id),
  constraint need_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint need_status_by_fkey FOREIGN KEY (status_by) REFERENCES user_account(id),
  constraint need_headcount_check CHECK (headcount >= 1 AND headcount <= 500),
  constraint need_remote_check CHECK (remote = ANY (ARRAY['no'::text, 'partly'::text, 'fully'::text])),
  constraint need_status_check CHECK (status = ANY (ARRAY['open'::text, 'filled'::text, 'closed'::text]))
);
CREATE INDEX need_call_id_idx ON need USING btree (call_id) WHERE (call_id IS NOT NULL);
CREATE INDEX need_company_idx ON need USING btree (company_id);
CREATE INDEX need_meeting_id_idx ON need USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);
CREATE INDEX need_status_idx ON need USING btree (status, id DESC);
CREATE INDEX need_title_trgm_idx ON need USING gin (lower(title) gin_trgm_ops);
CREATE TRIGGER need_changed AFTER INSERT OR UPDATE OF status ON need FOR EACH ROW EXECUTE FUNCTION note_need();

create table need_language (
  need_id uuid not null,
  language text not null,
  level text not null,
  constraint need_language_pkey PRIMARY KEY (need_id, language),
  constraint need_language_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id) ON DELETE CASCADE,
  constraint need_language_level_check CHECK (level = ANY (ARRAY['A1'::text, 'A2'::text, 'B1'::text, 'B2'::text, 'C1'::text, 'C2'::text, 'native'::text]))
);

create table need_skill (
  id uuid default new_id() not null,
  need_id uuid not null,
  "position" integer not null,
  words text not null,
  skill_id text,
  must boolean default true not null,
  level integer,
  constraint need_skill_pkey PRIMARY KEY (id),
  constraint need_skill_position_key UNIQUE (need_id, "position"),
  constraint need_skill_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id) ON DELETE CASCADE,
  constraint need_skill_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id),
  constraint need_skill_level_check CHECK (level >= 1 AND level <= 3)
);
CREATE INDEX need_skill_skill_idx ON need_skill USING btree (skill_id);
CREATE TRIGGER need_skill_changed AFTER INSERT OR DELETE OR UPDATE ON need_skill FOR EACH ROW EXECUTE FUNCTION note_need_skill();

create table outcome (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  participation_id uuid,
  placement_id uuid,
  round_id uuid,
  class text not null,
  happened_on date not null,
  seen_as text default 'at_exit'::text not null,
  evidence text,
  recorded_by uuid,
  recorded_at timestamptz default now() not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint outcome_pkey PRIMARY KEY (id),
  constraint outcome_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint outcome_participation_id_fkey FOREIGN KEY (participation_id) REFERENCES participation(id),
  constraint outcome_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES placement(id),
  constraint outcome_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES user_account(id),
  constraint outcome_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint outcome_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES user_account(id),
  constraint outcome_class_check CHECK (class = ANY (ARRAY['employed'::text, 'employed_or_work_trial'::text, 'entrepreneur'::text, 'work_trial'::text, 'subsidised_work'::text, 'studies'::text, 'other_programme'::text, 'longer_service'::text, 'work_ability_assessment'::text, 'still_seeking'::text, 'no_path_yet'::text, 'moved'::text, 'declined'::text, 'unknown'::text])),
  constraint outcome_seen_as_check CHECK (seen_as = ANY (ARRAY['during'::text, 'at_exit'::text, 'after'::text, 'six_months'::text]))
);
CREATE INDEX outcome_candidate_idx ON outcome USING btree (candidate_id, happened_on);
CREATE INDEX outcome_placement_idx ON outcome USING btree (placement_id);
CREATE INDEX outcome_round_idx ON outcome USING btree (round_id);

create table outside_assessment (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  instrument text not null,
  wave text not null,
  planned_on date,
  done_on date,
  recorded_by uuid,
  recorded_at timestamptz default now() not null,
  constraint outside_assessment_pkey PRIMARY KEY (id),
  constraint outside_assessment_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint outside_assessment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES user_account(id),
  constraint outside_assessment_day_check CHECK (COALESCE(planned_on, done_on) IS NOT NULL),
  constraint outside_assessment_instrument_check CHECK (instrument = ANY (ARRAY['crear'::text, 'kykyviisari'::text, 'other'::text])),
  constraint outside_assessment_wave_check CHECK (wave = ANY (ARRAY['start'::text, 'middle'::text, 'end'::text, 'later'::text]))
);
CREATE INDEX outside_assessment_candidate_idx ON outside_assessment USING btree (candidate_id, id DESC);

create table own_contact (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  company text not null,
  contacted_on date not null,
  came_of_it text,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  removed_at timestamptz,
  constraint own_contact_pkey PRIMARY KEY (id),
  constraint own_contact_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE
);
CREATE INDEX own_contact_candidate_idx ON own_contact USING btree (candidate_id, contacted_on DESC, id DESC);
CREATE INDEX own_contact_removed_idx ON own_contact USING btree (removed_at) WHERE (removed_at IS NOT NULL);

create table participation (
  id uuid default new_id() not null,
  cohort_id uuid not null,
  candidate_id uuid not null,
  started_on date,
  ended_on date,
  end_reason text,
  constraint participation_pkey PRIMARY KEY (id),
  constraint participation_cohort_candidate_key UNIQUE (cohort_id, candidate_id),
  constraint participation_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint participation_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
);
CREATE INDEX participation_candidate_idx ON participation USING btree (candidate_id);

create table person_code (
  id uuid default new_id() not null,
  link_hash bytea not null,
  code_hash bytea not null,
  channel text not null,
  made_at timestamptz default now() not null,
  expires_at timestamptz not null,
  tries integer default 0 not null,
  used_at timestamptz,
  constraint person_code_pkey PRIMARY KEY (id),
  constraint person_code_link_hash_fkey FOREIGN KEY (link_hash) REFERENCES person_link(token_hash) ON DELETE CASCADE,
  constraint person_code_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'sms'::text]))
);
CREATE INDEX person_code_link_idx ON person_code USING btree (link_hash, made_at);

create table person_link (
  token_hash bytea not null,
  candidate_id uuid not null,
  made_by uuid,
  made_at timestamptz default now() not null,
  expires_at timestamptz not null,
  constraint person_link_pkey PRIMARY KEY (token_hash),
  constraint person_link_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint person_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES user_account(id)
);
CREATE INDEX person_link_candidate_idx ON person_link USING btree (candidate_id);

create table person_request (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  kind text not null,
  words text,
  how text not null,
  received_on date not null,
  due_on date not null,
  extended_until date,
  extension_reason text,
  answered_at timestamptz,
  answered_by uuid,
  outcome text,
  answer text,
  recorded_by uuid,
  created_at timestamptz default now() not null,
  constraint person_request_pkey PRIMARY KEY (id),
  constraint person_request_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES user_account(id),
  constraint person_request_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint person_request_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES user_account(id),
  constraint person_request_how_check CHECK (how = ANY (ARRAY['own_page'::text, 'letter'::text, 'meeting'::text, 'phone'::text])),
  constraint person_request_kind_check CHECK (kind = ANY (ARRAY['copy'::text, 'correction'::text, 'erasure'::text, 'other'::text])),
  constraint person_request_outcome_check CHECK (outcome = ANY (ARRAY['done'::text, 'partly'::text, 'refused'::text])),
  constraint person_request_when_check CHECK ((answered_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX person_request_candidate_idx ON person_request USING btree (candidate_id, id DESC);
CREATE INDEX person_request_open_idx ON person_request USING btree (due_on) WHERE (answered_at IS NULL);

create table placement (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  company_id uuid not null,
  round_id uuid,
  need_id uuid,
  presentation_id uuid,
  predecessor_id uuid,
  form text not null,
  employer_of_record text not null,
  supervisor_id uuid,
  supervisor_name text,
  purpose text,
  title text not null,
  tasks text,
  place text,
  starts_on date not null,
  ends_on date,
  started_on date,
  ended_on date,
  hours_per_day numeric,
  days_per_week integer,
  signed_by_candidate_on date,
  signed_by_host_on date,
  signed_by_authority_on date,
  insurance_ref text,
  subsidy_decided_on date,
  decision_ref text,
  transfer_permit_ref text,
  status text default 'planned'::text not null,
  coach_id uuid,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  constraint placement_pkey PRIMARY KEY (id),
  constraint placement_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint placement_coach_id_fkey FOREIGN KEY (coach_id) REFERENCES user_account(id),
  constraint placement_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint placement_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint placement_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id),
  constraint placement_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES placement(id),
  constraint placement_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES presentation(id),
  constraint placement_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint placement_supervisor_id_fkey FOREIGN KEY (supervisor_id) REFERENCES contact(id),
  constraint placement_form_check CHECK (form = ANY (ARRAY['work_trial'::text, 'trainee'::text, 'pay_subsidised'::text, 'commission'::text, 'hire'::text])),
  constraint placement_purpose_check CHECK (purpose = ANY (ARRAY['clarify_career'::text, 'return_to_work'::text])),
  constraint placement_status_check CHECK (status = ANY (ARRAY['planned'::text, 'agreed'::text, 'ready'::text, 'running'::text, 'paused'::text, 'ended_as_planned'::text, 'interrupted'::text, 'terminated'::text, 'cancelled'::text]))
);
CREATE INDEX placement_candidate_idx ON placement USING btree (candidate_id, starts_on);
CREATE INDEX placement_company_idx ON placement USING btree (company_id, starts_on);
CREATE UNIQUE INDEX placement_predecessor_key ON placement USING btree (predecessor_id) WHERE (status <> 'cancelled'::text);
CREATE INDEX placement_round_idx ON placement USING btree (round_id);
CREATE INDEX placement_status_idx ON placement USING btree (status, starts_on DESC, id DESC);

create table placement_assessment (
  id uuid default new_id() not null,
  placement_id uuid not null,
  kind text not null,
  given_on date not null,
  given_by_name text,
  fit_to_work integer,
  readiness integer,
  strengths text,
  to_develop text,
  would_hire text,
  created_by uuid,
  created_at timestamptz default now() not null,
  constraint placement_assessment_pkey PRIMARY KEY (id),
  constraint placement_assessment_kind_key UNIQUE (placement_id, kind),
  constraint placement_assessment_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint placement_assessment_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES placement(id) ON DELETE CASCADE,
  constraint placement_assessment_fit_to_work_check CHECK (fit_to_work >= 1 AND fit_to_work <= 5),
  constraint placement_assessment_kind_check CHECK (kind = ANY (ARRAY['mid'::text, 'closing'::text])),
  constraint placement_assessment_readiness_check CHECK (readiness >= 1 AND readiness <= 5),
  constraint placement_assessment_would_hire_check CHECK (would_hire = ANY (ARRAY['yes'::text, 'maybe'::text, 'no'::text]))
);

create table placement_event (
  id uuid default new_id() not null,
  placement_id uuid not null,
  from_status text,
  to_status text not null,
  at timestamptz default now() not null,
  actor_id uuid,
  ended_by_party text,
  reason text not null,
  happened_on date,
  constraint placement_event_pkey PRIMARY KEY (id),
  constraint placement_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES user_account(id),
  constraint placement_event_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES placement(id) ON DELETE CASCADE,
  constraint placement_event_ended_by_party_check CHECK (ended_by_party = ANY (ARRAY['candidate'::text, 'host'::text, 'authority'::text]))
);
CREATE INDEX placement_event_placement_idx ON placement_event USING btree (placement_id, id);

create table presentation (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  company_id uuid not null,
  contact_id uuid not null,
  need_id uuid,
  round_id uuid,
  tier text not null,
  consent_id uuid not null,
  cv_id uuid,
  cv_sha256 text,
  profile jsonb not null,
  profile_sha256 text not null,
  match jsonb,
  message text,
  status text default 'sent'::text not null,
  sent_by uuid,
  sent_at timestamptz default now() not null,
  expires_on date not null,
  answer text,
  answer_reasons text[] default '{}'::text[] not null,
  answer_comment text,
  answered_by uuid,
  answered_at timestamptz,
  released_comment text,
  released_by uuid,
  released_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  version integer default 1 not null,
  second_look text,
  constraint presentation_pkey PRIMARY KEY (id),
  constraint presentation_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES user_account(id),
  constraint presentation_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint presentation_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint presentation_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consent(id),
  constraint presentation_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint presentation_cv_id_fkey FOREIGN KEY (cv_id) REFERENCES cv(id),
  constraint presentation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES user_account(id),
  constraint presentation_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id),
  constraint presentation_released_by_fkey FOREIGN KEY (released_by) REFERENCES user_account(id),
  constraint presentation_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint presentation_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES user_account(id),
  constraint presentation_answer_check CHECK (answer = ANY (ARRAY['interested'::text, 'not_now'::text, 'tell_me_more'::text])),
  constraint presentation_cv_check CHECK (tier = 'T1'::text OR cv_id IS NOT NULL OR cv_sha256 IS NOT NULL),
  constraint presentation_status_check CHECK (status = ANY (ARRAY['sent'::text, 'viewed'::text, 'answered'::text, 'closed'::text, 'revoked'::text])),
  constraint presentation_tier_check CHECK (tier = ANY (ARRAY['T1'::text, 'T2'::text]))
);
CREATE INDEX presentation_answered_idx ON presentation USING btree (answered_at) WHERE (status = 'answered'::text);
CREATE INDEX presentation_candidate_idx ON presentation USING btree (candidate_id, id DESC);
CREATE INDEX presentation_company_idx ON presentation USING btree (company_id, id DESC);
CREATE INDEX presentation_contact_idx ON presentation USING btree (contact_id, id DESC);
CREATE INDEX presentation_need_idx ON presentation USING btree (need_id, id DESC);
CREATE UNIQUE INDEX presentation_open_key ON presentation USING btree (candidate_id, contact_id, COALESCE(need_id, candidate_id), tier) WHERE (status = ANY (ARRAY['sent'::text, 'viewed'::text, 'answered'::text]));
CREATE INDEX presentation_waiting_idx ON presentation USING btree (sent_at) WHERE (status = ANY (ARRAY['sent'::text, 'viewed'::text]));

create table presentation_plan (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  company_id uuid not null,
  contact_id uuid not null,
  need_id uuid,
  tier text not null,
  cv_id uuid,
  profile jsonb not null,
  profile_sha256 text not null,
  match jsonb,
  message text,
  second_look text,
  expires_on date not null,
  planned_by uuid,
  planned_at timestamptz default now() not null,
  answer text,
  answer_reason text,
  answered_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid,
  presentation_id uuid,
  out_of_order text,
  constraint presentation_plan_pkey PRIMARY KEY (id),
  constraint presentation_plan_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES user_account(id),
  constraint presentation_plan_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint presentation_plan_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint presentation_plan_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint presentation_plan_cv_id_fkey FOREIGN KEY (cv_id) REFERENCES cv(id),
  constraint presentation_plan_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id),
  constraint presentation_plan_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES user_account(id),
  constraint presentation_plan_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES presentation(id),
  constraint presentation_plan_answer_check CHECK (answer = ANY (ARRAY['accepted'::text, 'declined'::text])),
  constraint presentation_plan_tier_check CHECK (tier = ANY (ARRAY['T1'::text, 'T2'::text])),
  constraint presentation_plan_when_check CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX presentation_plan_candidate_idx ON presentation_plan USING btree (candidate_id, id DESC);
CREATE UNIQUE INDEX presentation_plan_open_key ON presentation_plan USING btree (candidate_id, contact_id, COALESCE(need_id, candidate_id), tier) WHERE ((answer IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX presentation_plan_planner_idx ON presentation_plan USING btree (planned_by, answered_at) WHERE ((presentation_id IS NULL) AND (cancelled_at IS NULL));

create table presentation_view (
  presentation_id uuid not null,
  user_id uuid not null,
  what text not null,
  at timestamptz default now() not null,
  constraint presentation_view_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES presentation(id) ON DELETE CASCADE,
  constraint presentation_view_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id),
  constraint presentation_view_what_check CHECK (what = ANY (ARRAY['profile'::text, 'cv'::text]))
);
CREATE INDEX presentation_view_idx ON presentation_view USING btree (presentation_id, at);

create table programme_participant (
  programme_id uuid not null,
  candidate_id uuid not null,
  joined_on date not null,
  left_on date,
  leave_reason text,
  constraint programme_participant_pkey PRIMARY KEY (programme_id, candidate_id),
  constraint programme_participant_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint programme_participant_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES mentoring_programme(id) ON DELETE CASCADE
);
CREATE INDEX programme_participant_candidate_idx ON programme_participant USING btree (candidate_id);

create table project (
  id uuid default new_id() not null,
  code text not null,
  name text not null,
  funder text,
  starts_on date,
  ends_on date,
  created_at timestamptz default now() not null,
  constraint project_pkey PRIMARY KEY (id),
  constraint project_code_key UNIQUE (code)
);

create table published_figure (
  id uuid default new_id() not null,
  project_id uuid,
  code text not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  definition_fi text not null,
  definition_sv text not null,
  definition_en text not null,
  planned numeric,
  value numeric,
  qualifier text not null,
  out_of numeric,
  unit text not null,
  as_of date,
  source text not null,
  note text,
  constraint published_figure_pkey PRIMARY KEY (id),
  constraint published_figure_code_key UNIQUE (code),
  constraint published_figure_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint published_figure_qualifier_check CHECK (qualifier = ANY (ARRAY['exact'::text, 'approx'::text, 'at_least'::text, 'not_reported'::text])),
  constraint published_figure_unit_check CHECK (unit = ANY (ARRAY['persons'::text, 'companies'::text, 'participations'::text, 'events'::text, 'hours'::text, 'euros'::text, 'percent'::text])),
  constraint published_figure_value_check CHECK ((value IS NULL) = (qualifier = 'not_reported'::text))
);

create table reading (
  id uuid default new_id() not null,
  at timestamptz default now() not null,
  user_id uuid not null,
  what text not null,
  candidate_id uuid,
  company_id uuid,
  constraint reading_pkey PRIMARY KEY (id),
  constraint reading_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id)
);
CREATE INDEX reading_candidate_idx ON reading USING btree (candidate_id, id DESC) WHERE (candidate_id IS NOT NULL);
CREATE INDEX reading_user_idx ON reading USING btree (user_id, id DESC);

create table sealed_list (
  id uuid default new_id() not null,
  presentation_id uuid not null,
  need_id uuid not null,
  sealed_by uuid,
  sealed_at timestamptz default now() not null,
  rules_version integer not null,
  rules jsonb not null,
  need jsonb not null,
  seed text not null,
  more boolean not null,
  sha256 text not null,
  constraint sealed_list_pkey PRIMARY KEY (id),
  constraint sealed_list_presentation_id_key UNIQUE (presentation_id),
  constraint sealed_list_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id),
  constraint sealed_list_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES presentation(id),
  constraint sealed_list_sealed_by_fkey FOREIGN KEY (sealed_by) REFERENCES user_account(id)
);
CREATE INDEX sealed_list_need_idx ON sealed_list USING btree (need_id, id);
CREATE TRIGGER sealed_list_kept BEFORE DELETE OR UPDATE ON sealed_list FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_list_not_emptied BEFORE TRUNCATE ON sealed_list FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncation();

create table sealed_list_person (
  sealed_list_id uuid not null,
  candidate_id uuid not null,
  place integer,
  presented boolean not null,
  passed_over boolean not null,
  left_out boolean not null,
  shown_before boolean not null,
  consent text not null,
  times_shown integer not null,
  tier text not null,
  strength integer not null,
  facts jsonb,
  facts_sha256 text not null,
  constraint sealed_list_person_pkey PRIMARY KEY (sealed_list_id, candidate_id),
  constraint sealed_list_person_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint sealed_list_person_sealed_list_id_fkey FOREIGN KEY (sealed_list_id) REFERENCES sealed_list(id)
);
CREATE INDEX sealed_list_person_candidate_idx ON sealed_list_person USING btree (candidate_id, sealed_list_id DESC);
CREATE TRIGGER sealed_list_person_forgotten BEFORE UPDATE ON sealed_list_person FOR EACH ROW EXECUTE FUNCTION allow_forgetting_facts();
CREATE TRIGGER sealed_list_person_kept BEFORE DELETE ON sealed_list_person FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_list_person_not_emptied BEFORE TRUNCATE ON sealed_list_person FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncation();

create table segment (
  id uuid default new_id() not null,
  name text not null,
  filter jsonb not null,
  made_by uuid not null,
  made_at timestamptz default now() not null,
  shared_at timestamptz,
  removed_at timestamptz,
  version integer default 1 not null,
  constraint segment_pkey PRIMARY KEY (id),
  constraint segment_made_by_fkey FOREIGN KEY (made_by) REFERENCES user_account(id)
);
CREATE INDEX segment_made_by_idx ON segment USING btree (made_by) WHERE (removed_at IS NULL);

create table self_assessment (
  id uuid default new_id() not null,
  candidate_id uuid not null,
  instrument text not null,
  form_version integer not null,
  wave text not null,
  answers jsonb not null,
  result jsonb not null,
  how text not null,
  done_on date not null,
  recorded_by uuid,
  recorded_at timestamptz default now() not null,
  constraint self_assessment_pkey PRIMARY KEY (id),
  constraint self_assessment_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint self_assessment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES user_account(id),
  constraint self_assessment_how_check CHECK (how = ANY (ARRAY['own_page'::text, 'with_coach'::text])),
  constraint self_assessment_instrument_check CHECK (instrument = ANY (ARRAY['digital_skills'::text, 'job_search'::text])),
  constraint self_assessment_wave_check CHECK (wave = ANY (ARRAY['start'::text, 'end'::text]))
);
CREATE INDEX self_assessment_candidate_idx ON self_assessment USING btree (candidate_id, id DESC);

create table session (
  id_hash bytea not null,
  user_id uuid not null,
  created_at timestamptz default now() not null,
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  device text,
  constraint session_pkey PRIMARY KEY (id_hash),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);
CREATE INDEX session_expires_idx ON session USING btree (expires_at);
CREATE INDEX session_user_idx ON session USING btree (user_id);

create table session_attendance (
  session_id uuid not null,
  candidate_id uuid not null,
  attendance text not null,
  reported_by uuid,
  reported_at timestamptz default now() not null,
  constraint session_attendance_pkey PRIMARY KEY (session_id, candidate_id),
  constraint session_attendance_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id),
  constraint session_attendance_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES user_account(id),
  constraint session_attendance_session_id_fkey FOREIGN KEY (session_id) REFERENCES mentoring_session(id) ON DELETE CASCADE,
  constraint session_attendance_attendance_check CHECK (attendance = ANY (ARRAY['present'::text, 'late'::text, 'absent_notified'::text, 'absent'::text]))
);
CREATE INDEX session_attendance_candidate_idx ON session_attendance USING btree (candidate_id);

create table session_mentor (
  session_id uuid not null,
  mentor_id uuid not null,
  attendance text not null,
  constraint session_mentor_pkey PRIMARY KEY (session_id, mentor_id),
  constraint session_mentor_mentor_id_fkey FOREIGN KEY (mentor_id) REFERENCES mentor(id) ON DELETE CASCADE,
  constraint session_mentor_session_id_fkey FOREIGN KEY (session_id) REFERENCES mentoring_session(id) ON DELETE CASCADE,
  constraint session_mentor_attendance_check CHECK (attendance = ANY (ARRAY['present'::text, 'late'::text, 'absent_notified'::text, 'absent'::text]))
);

create table setting (
  key text not null,
  value jsonb not null,
  changed_at timestamptz default now() not null,
  changed_by uuid,
  constraint setting_pkey PRIMARY KEY (key),
  constraint setting_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES user_account(id)
);

create table sign_in_failure (
  key_hash bytea not null,
  at timestamptz default now() not null
);
CREATE INDEX sign_in_failure_key_idx ON sign_in_failure USING btree (key_hash, at);

create table skill (
  id text not null,
  kind text default 'skill'::text not null,
  group_id text,
  label_fi text not null,
  label_sv text not null,
  label_en text not null,
  uri text,
  retired_at timestamptz,
  origin text default 'built_in'::text not null,
  version integer default 1 not null,
  constraint skill_pkey PRIMARY KEY (id),
  constraint skill_origin_check CHECK (origin = ANY (ARRAY['built_in'::text, 'own'::text]))
);
CREATE INDEX skill_own ON skill USING btree (id) WHERE (origin = 'own'::text);

create table skill_edge (
  from_id text not null,
  to_id text not null,
  kind text not null,
  origin text default 'built_in'::text not null,
  constraint skill_edge_pkey PRIMARY KEY (from_id, to_id, kind),
  constraint skill_edge_from_id_fkey FOREIGN KEY (from_id) REFERENCES skill(id) ON DELETE CASCADE,
  constraint skill_edge_to_id_fkey FOREIGN KEY (to_id) REFERENCES skill(id) ON DELETE CASCADE,
  constraint skill_edge_kind_check CHECK (kind = ANY (ARRAY['implies'::text, 'broader'::text, 'related'::text])),
  constraint skill_edge_origin_check CHECK (origin = ANY (ARRAY['built_in'::text, 'own'::text]))
);
CREATE INDEX skill_edge_own ON skill_edge USING btree (from_id) WHERE (origin = 'own'::text);
CREATE INDEX skill_edge_to_idx ON skill_edge USING btree (to_id, kind);

create table skill_word (
  skill_id text not null,
  language text not null,
  word text not null,
  origin text default 'built_in'::text not null,
  strict boolean default false not null,
  constraint skill_word_pkey PRIMARY KEY (skill_id, language, word),
  constraint skill_word_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id) ON DELETE CASCADE,
  constraint skill_word_origin_check CHECK (origin = ANY (ARRAY['built_in'::text, 'own'::text]))
);
CREATE INDEX skill_word_own ON skill_word USING btree (skill_id) WHERE (origin = 'own'::text);
CREATE INDEX skill_word_trgm_idx ON skill_word USING gin (word gin_trgm_ops);

create table source_list (
  id uuid default new_id() not null,
  round_id uuid,
  name text not null,
  provider text default 'other'::text not null,
  criteria text,
  keywords text[] default '{}'::text[] not null,
  licence_note text,
  run_on date,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  filter jsonb,
  segment_id uuid,
  constraint source_list_pkey PRIMARY KEY (id),
  constraint source_list_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint source_list_round_id_fkey FOREIGN KEY (round_id) REFERENCES employer_round(id),
  constraint source_list_segment_id_fkey FOREIGN KEY (segment_id) REFERENCES segment(id),
  constraint source_list_provider_check CHECK (provider = ANY (ARRAY['own_crm'::text, 'vainu'::text, 'register'::text, 'event'::text, 'referral'::text, 'network'::text, 'other'::text]))
);

create table source_list_company (
  source_list_id uuid not null,
  company_id uuid not null,
  matched_keywords text[] default '{}'::text[] not null,
  earlier_project boolean default false not null,
  added_at timestamptz default now() not null,
  constraint source_list_company_pkey PRIMARY KEY (source_list_id, company_id),
  constraint source_list_company_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint source_list_company_source_list_id_fkey FOREIGN KEY (source_list_id) REFERENCES source_list(id) ON DELETE CASCADE
);
CREATE INDEX source_list_company_company_idx ON source_list_company USING btree (company_id);
CREATE INDEX source_list_company_keywords_idx ON source_list_company USING gin (matched_keywords);
CREATE TRIGGER listed_words_added AFTER INSERT ON source_list_company REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_listed_words();
CREATE TRIGGER listed_words_changed AFTER UPDATE ON source_list_company REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_listed_words();

create table stored_file (
  id uuid default new_id() not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  constraint stored_file_pkey PRIMARY KEY (id),
  constraint stored_file_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id)
);

create table suppression (
  id uuid default new_id() not null,
  company_id uuid,
  business_id text,
  channel text default 'all'::text not null,
  reason text not null,
  asked_how text,
  wording text,
  created_by uuid,
  created_at timestamptz default now() not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text,
  phone_key bytea,
  email_key bytea,
  phone_shown text,
  email_shown text,
  name_key text,
  place_key text,
  asked_by text,
  asked_on date,
  web_domain text,
  constraint suppression_pkey PRIMARY KEY (id),
  constraint suppression_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint suppression_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint suppression_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES user_account(id),
  constraint suppression_channel_check CHECK (channel = ANY (ARRAY['all'::text, 'phone'::text, 'email'::text, 'sms'::text])),
  constraint suppression_reason_check CHECK (reason = ANY (ARRAY['asked'::text, 'list_import'::text, 'other_body'::text, 'decision'::text])),
  constraint suppression_target_check CHECK (num_nonnulls(company_id, business_id, phone_key, email_key, name_key) > 0)
);
CREATE INDEX suppression_business_id_idx ON suppression USING btree (business_id) WHERE (lifted_at IS NULL);
CREATE INDEX suppression_company_idx ON suppression USING btree (company_id) WHERE (lifted_at IS NULL);
CREATE INDEX suppression_email_key_idx ON suppression USING btree (email_key) WHERE (lifted_at IS NULL);
CREATE INDEX suppression_name_key_idx ON suppression USING btree (name_key) WHERE (lifted_at IS NULL);
CREATE INDEX suppression_phone_key_idx ON suppression USING btree (phone_key) WHERE (lifted_at IS NULL);
CREATE INDEX suppression_web_domain_idx ON suppression USING btree (web_domain) WHERE (lifted_at IS NULL);

create table survey (
  id uuid default new_id() not null,
  campaign_id uuid not null,
  place text not null,
  questions text[] not null,
  intro_fi text,
  intro_sv text,
  intro_en text,
  remind_after_days integer,
  closes_on date not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  constraint survey_pkey PRIMARY KEY (id),
  constraint survey_campaign_id_key UNIQUE (campaign_id),
  constraint survey_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint survey_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint survey_place_check CHECK (place = ANY (ARRAY['instead'::text, 'after'::text])),
  constraint survey_questions_check CHECK (questions <> '{}'::text[] AND questions <@ '{staff_skills,recruit_skills,strengths,gaps,difficulty,free_text}'::text[]),
  constraint survey_remind_after_days_check CHECK (remind_after_days >= 1 AND remind_after_days <= 60)
);

create table survey_answer (
  recipient_id uuid not null,
  question text not null,
  "position" integer not null,
  words text not null,
  skill_id text,
  constraint survey_answer_pkey PRIMARY KEY (recipient_id, question, "position"),
  constraint survey_answer_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES survey_recipient(id) ON DELETE CASCADE,
  constraint survey_answer_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id)
);

create table survey_link (
  token_hash bytea not null,
  recipient_id uuid not null,
  constraint survey_link_pkey PRIMARY KEY (token_hash),
  constraint survey_link_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES survey_recipient(id) ON DELETE CASCADE
);
CREATE INDEX survey_link_recipient_idx ON survey_link USING btree (recipient_id);

create table survey_recipient (
  id uuid default new_id() not null,
  survey_id uuid not null,
  company_id uuid not null,
  contact_id uuid,
  mail_id uuid,
  sent_by uuid,
  sent_at timestamptz default now() not null,
  reminded_at timestamptz,
  answered_at timestamptz,
  refused_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid,
  need_id uuid,
  version integer default 1 not null,
  opened_at timestamptz,
  constraint survey_recipient_pkey PRIMARY KEY (id),
  constraint survey_recipient_contact_key UNIQUE (survey_id, contact_id),
  constraint survey_recipient_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint survey_recipient_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint survey_recipient_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE SET NULL,
  constraint survey_recipient_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id) ON DELETE SET NULL,
  constraint survey_recipient_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES user_account(id),
  constraint survey_recipient_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES user_account(id),
  constraint survey_recipient_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES survey(id) ON DELETE CASCADE
);
CREATE INDEX survey_recipient_company_idx ON survey_recipient USING btree (company_id);
CREATE INDEX survey_recipient_to_review_idx ON survey_recipient USING btree (answered_at DESC) WHERE ((answered_at IS NOT NULL) AND (reviewed_at IS NULL));

create table tag (
  id uuid default new_id() not null,
  name text not null,
  tone text default 'plain'::text not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  version integer default 1 not null,
  constraint tag_pkey PRIMARY KEY (id),
  constraint tag_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint tag_tone_check CHECK (tone = ANY (ARRAY['plain'::text, 'info'::text, 'good'::text, 'warn'::text, 'bad'::text]))
);
CREATE UNIQUE INDEX tag_name_key ON tag USING btree (lower(name));

create table taxonomy_concept (
  uri text not null,
  taxonomy text not null,
  kind text not null,
  code text,
  labels jsonb not null,
  other_labels jsonb default '{}'::jsonb not null,
  skill_id text,
  proposed_skill_id text,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  retired_at timestamptz,
  constraint taxonomy_concept_pkey PRIMARY KEY (uri),
  constraint taxonomy_concept_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES user_account(id),
  constraint taxonomy_concept_proposed_skill_id_fkey FOREIGN KEY (proposed_skill_id) REFERENCES skill(id),
  constraint taxonomy_concept_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id),
  constraint taxonomy_concept_check CHECK ((NOT decision IS DISTINCT FROM 'joined'::text) = (skill_id IS NOT NULL)),
  constraint taxonomy_concept_decision_check CHECK (decision = ANY (ARRAY['joined'::text, 'apart'::text, 'ignored'::text])),
  constraint taxonomy_concept_kind_check CHECK (kind = ANY (ARRAY['skill'::text, 'group'::text, 'occupation'::text, 'occupation_group'::text])),
  constraint taxonomy_concept_taxonomy_check CHECK (taxonomy = ANY (ARRAY['esco'::text, 'ict'::text]))
);
CREATE INDEX taxonomy_concept_open ON taxonomy_concept USING btree (uri) WHERE ((proposed_skill_id IS NOT NULL) AND (decision IS NULL) AND (retired_at IS NULL));
CREATE INDEX taxonomy_concept_skill ON taxonomy_concept USING btree (skill_id) WHERE (skill_id IS NOT NULL);

create table taxonomy_import (
  id uuid default new_id() not null,
  file_id uuid,
  file_name text not null,
  file_sha256 text,
  taxonomy text,
  version text,
  status text default 'reading'::text not null,
  failure text,
  rows_done integer default 0 not null,
  row_count integer default 0 not null,
  counts jsonb default '{}'::jsonb not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  progress_at timestamptz default now() not null,
  ended_at timestamptz,
  constraint taxonomy_import_pkey PRIMARY KEY (id),
  constraint taxonomy_import_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id),
  constraint taxonomy_import_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint taxonomy_import_status_check CHECK (status = ANY (ARRAY['reading'::text, 'saving'::text, 'done'::text, 'cancelled'::text, 'failed'::text])),
  constraint taxonomy_import_taxonomy_check CHECK (taxonomy = ANY (ARRAY['esco'::text, 'ict'::text]))
);

create table taxonomy_link (
  from_uri text not null,
  to_uri text not null,
  kind text not null,
  constraint taxonomy_link_pkey PRIMARY KEY (from_uri, kind, to_uri),
  constraint taxonomy_link_from_uri_fkey FOREIGN KEY (from_uri) REFERENCES taxonomy_concept(uri) ON DELETE CASCADE,
  constraint taxonomy_link_to_uri_fkey FOREIGN KEY (to_uri) REFERENCES taxonomy_concept(uri) ON DELETE CASCADE,
  constraint taxonomy_link_kind_check CHECK (kind = ANY (ARRAY['broader'::text, 'essential'::text, 'optional'::text, 'implies'::text]))
);

create table told_aside (
  id uuid default new_id() not null,
  call_id uuid,
  meeting_id uuid,
  reason text not null,
  aside_at timestamptz default now() not null,
  aside_by uuid not null,
  constraint told_aside_pkey PRIMARY KEY (id),
  constraint told_aside_call_key UNIQUE (call_id),
  constraint told_aside_meeting_key UNIQUE (meeting_id),
  constraint told_aside_aside_by_fkey FOREIGN KEY (aside_by) REFERENCES user_account(id),
  constraint told_aside_call_id_fkey FOREIGN KEY (call_id) REFERENCES call(id) ON DELETE CASCADE,
  constraint told_aside_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE,
  constraint told_aside_one_check CHECK (num_nonnulls(call_id, meeting_id) = 1)
);

create table unknown_word (
  id uuid default new_id() not null,
  key text not null,
  words text not null,
  cvs integer default 0 not null,
  needs integer default 0 not null,
  decision text,
  skill_id text,
  decided_by uuid,
  decided_at timestamptz,
  constraint unknown_word_pkey PRIMARY KEY (id),
  constraint unknown_word_key_key UNIQUE (key),
  constraint unknown_word_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES user_account(id),
  constraint unknown_word_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id),
  constraint unknown_word_check CHECK ((COALESCE(decision, 'ignored'::text) <> 'ignored'::text) = (skill_id IS NOT NULL)),
  constraint unknown_word_decision_check CHECK (decision = ANY (ARRAY['added'::text, 'joined'::text, 'ignored'::text]))
);
CREATE INDEX unknown_word_waiting ON unknown_word USING btree (((cvs + needs)) DESC, id) WHERE (decision IS NULL);

create table unknown_word_use (
  word_id uuid not null,
  cv_id uuid,
  need_id uuid,
  example text,
  asked_by uuid,
  constraint unknown_word_use_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES user_account(id),
  constraint unknown_word_use_cv_id_fkey FOREIGN KEY (cv_id) REFERENCES cv(id) ON DELETE CASCADE,
  constraint unknown_word_use_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id) ON DELETE CASCADE,
  constraint unknown_word_use_word_id_fkey FOREIGN KEY (word_id) REFERENCES unknown_word(id) ON DELETE CASCADE,
  constraint unknown_word_use_check CHECK (num_nonnulls(cv_id, need_id) = 1)
);
CREATE UNIQUE INDEX unknown_word_use_cv ON unknown_word_use USING btree (word_id, cv_id) WHERE (cv_id IS NOT NULL);
CREATE UNIQUE INDEX unknown_word_use_need ON unknown_word_use USING btree (word_id, need_id) WHERE (need_id IS NOT NULL);
CREATE INDEX unknown_word_use_of_cv ON unknown_word_use USING btree (cv_id) WHERE (cv_id IS NOT NULL);
CREATE INDEX unknown_word_use_of_need ON unknown_word_use USING btree (need_id) WHERE (need_id IS NOT NULL);
CREATE TRIGGER unknown_word_left AFTER DELETE ON unknown_word_use REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_unknown_word_uses();
CREATE TRIGGER unknown_word_used AFTER INSERT ON unknown_word_use REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_unknown_word_uses();

create table user_account (
  id uuid default new_id() not null,
  email text not null,
  name text not null,
  roles text[] not null,
  organisation text,
  language text default 'fi'::text not null,
  password_hash text,
  contact_id uuid,
  invited_at timestamptz,
  invited_by uuid,
  accepted_at timestamptz,
  expires_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  candidate_id uuid,
  constraint user_account_pkey PRIMARY KEY (id),
  constraint user_account_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
  constraint user_account_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES user_account(id),
  constraint user_account_contact_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint user_account_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES user_account(id),
  constraint user_account_email_check CHECK (email = lower(email)),
  constraint user_account_language_check CHECK (language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])),
  constraint user_account_roles_check CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['administrator'::text, 'liaison'::text, 'coordinator'::text, 'project_manager'::text, 'caller'::text, 'employer'::text, 'mentor'::text, 'person'::text])
);
CREATE UNIQUE INDEX user_account_candidate_key ON user_account USING btree (candidate_id) WHERE (candidate_id IS NOT NULL);
CREATE INDEX user_account_contact_idx ON user_account USING btree (contact_id) WHERE (contact_id IS NOT NULL);
CREATE UNIQUE INDEX user_account_email_key ON user_account USING btree (email);
