-- Who wrote down what of a person and when, where that is not the person's first record. `fact` is the name of the
-- detail, or 'language:' with the code of a language.
create table candidate_fact_source (
  candidate_id uuid not null references candidate (id) on delete cascade,
  fact text not null,
  source text not null check (source in ('coach', 'cv', 'person')),
  written_by uuid references user_account (id),
  written_at timestamptz not null default now(),
  primary key (candidate_id, fact)
);
