import type { RowSource } from '../rows'

const array = (words: string) => `array['${words.split(' ').join("', '")}']`

const names = array(
  'Kaarna Havu Kuusi Honka Mänty Lehto Salmi Koski Virta Niemi Saari Lahti Järvi Suo Harju Mäki Kangas Ranta Pelto ' +
    'Aalto Tuuli Pilvi Sade Lumi Routa Halla Valo Säde Kipinä Liekki Tähti Kuu Aurinko Otava Revontuli Pohja Etelä',
)
const trades = array(
  'Ohjelmisto Sähkö Data Palvelut Tekniikka Konsultointi Logistiikka Rakennus Putki Kone Design Media Turva Hoiva ' +
    'Energia',
)
const industries = array(
  '62010 62020 62030 62090 63110 43210 28990 70220 49410 41200 43220 25620 74101 59110 87301',
)
const municipalities = array(
  'Helsinki Helsinki Helsinki Helsinki Espoo Espoo Tampere Tampere Vantaa Vantaa Oulu Turku Jyväskylä Jyväskylä ' +
    'Kuopio Lahti Pori Kouvola Joensuu Lappeenranta Vaasa Hämeenlinna Seinäjoki Rovaniemi Mikkeli Kotka Salo Porvoo ' +
    'Kokkola Hyvinkää Lohja Järvenpää Rauma Kajaani Kerava Savonlinna Nokia Ylöjärvi Kangasala Raasepori Raisio ' +
    'Imatra Riihimäki Raahe Äänekoski Laukaa Muurame Jämsä Keuruu Viitasaari',
)
const sizes = array('1-4 1-4 1-4 1-4 1-4 1-4 5-9 5-9 5-9 10-49 10-49 10-49 50-249 250+')
const tools = array(
  'devops fullstack ohjelmistorobotiikka Power&BI pilviteknologia helpdesk kubernetes react',
)

/** Companies as a register and a few imports leave them: most rows thin, a third with words about what they do. */
export const companyRows: RowSource = {
  name: 'companies',
  sql: ({ companies }) => `
    insert into company (
      id, business_id, name, form, industry_code, industry, registered_on, municipality, postcode, website, phone,
      category, size_band, growth, funded, description, web_text, created_at
    )
    select
      bench.id_at(at, n, 1), lpad(n::text, 7, '0') || '-' || n % 10,
      bench.pick(n, 2, ${names}) || lower(bench.pick(n, 3, ${names})) || ' ' || trade || ' '
        || case when bench.chance(n, 4, 1000) = 0 then 'kaivonporaus ' else '' end || n || ' Oy',
      'oy', (${industries})[at_trade], trade, '2000-01-01'::date + bench.chance(n, 5, 9000),
      bench.pick(n, 6, ${municipalities}), lpad(bench.chance(n, 7, 99999)::text, 5, '0'),
      'https://yritys' || n || '.example', '+35840' || lpad(n::text, 7, '0'),
      case when at_trade <= 3 then 'ict' else 'other' end, bench.pick(n, 8, ${sizes}),
      case bench.chance(n, 9, 5) when 0 then 'growing' when 1 then 'steady' end,
      case when bench.chance(n, 10, 40) = 0 then 'Business Finland 2025' end,
      case when bench.chance(n, 11, 3) = 0 then
        'Teemme töitä asiakkaan kanssa: ' || lower(trade) || ', ylläpito ja koulutus. Avainsanat: '
        || replace(bench.pick(n, 12, ${tools}), '&', ' ') || '.' end,
      case when bench.chance(n, 13, 10) = 0 then
        'Etusivu. Palvelumme kattavat koko elinkaaren suunnittelusta ylläpitoon. Haemme osaajia, joilla on kokemusta: '
        || replace(bench.pick(n, 14, ${tools}), '&', ' ') || ' ja ' || replace(bench.pick(n, 15, ${tools}), '&', ' ')
        || '. Ota yhteyttä, niin kerromme lisää yrityksestämme ja tavoistamme toimia.' end,
      at
    from generate_series(1, ${companies}) as n,
      lateral (select '2024-01-01'::timestamptz + n * interval '1 minute' as at,
        1 + bench.chance(n, 16, cardinality(${trades})) as at_trade) as made,
      lateral (select (${trades})[at_trade] as trade) as named;

    insert into contact (company_id, name, role, email, phone)
    select id, 'Henkilö ' || right(business_id, 4), 'toimitusjohtaja', 'info@' || substr(website, 9), phone
    from company where bench.chance(left(business_id, 7)::bigint, 17, 3) = 0;

    insert into suppression (company_id, business_id, phone_key, phone_shown, reason)
    select id, business_id, phone_key, left(phone, 4) || '…' || right(phone, 3), 'asked' from company
    where bench.chance(left(business_id, 7)::bigint, 18, 200) = 0;
  `,
}
