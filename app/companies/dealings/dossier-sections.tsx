import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Card, Section } from '~/ui/page'
import type { Dossier } from './dossier.server'

type Parts = { companyId: string; dossier: Dossier; mayWrite: boolean; today: string }

/** Tasks and promises: what somebody has to do, and what was said. */
export function AgreedSections({ companyId, dossier, mayWrite, today }: Parts) {
  const { t, format } = useText()
  const at = `/companies/${companyId}`
  return (
    <>
      <Part
        id="tasks"
        title={t('dealings:task.title')}
        add={mayWrite && [`${at}/tasks/new`, t('dealings:task.add')]}
      >
        <Entries none={t('dealings:task.none')}>
          {dossier.tasks.map(({ id, title, dueOn, ownerName }) => (
            <Entry key={id} title={title}>
              <span>{t('dealings:until', { day: format.day(dueOn) })}</span>
              {dueOn < today && <Badge tone="bad">{t('dealings:overdue')}</Badge>}
              <span>{ownerName}</span>
              {mayWrite && (
                <>
                  <EntryLink to={`/tasks/${id}/edit`} about={title}>
                    {t('ui:edit')}
                  </EntryLink>
                  <ActionButton action={`/tasks/${id}/done`} fields={{ back: at }} look="quiet">
                    {t('dealings:task.done')}
                    <span className="sr-only">: {title}</span>
                  </ActionButton>
                </>
              )}
            </Entry>
          ))}
        </Entries>
      </Part>
      <Part
        id="promises"
        title={t('dealings:promise.title')}
        add={mayWrite && [`${at}/promises/new`, t('dealings:promise.add')]}
      >
        <Entries none={t('dealings:promise.none')}>
          {dossier.promises.map(({ id, promisedBy, what, promisedOn, dueOn, outcome, outcomeNote }) => (
            <Entry key={id} title={what}>
              <span>{t(`dealings:promise.promisers.${promisedBy}`)}</span>
              <span>{format.day(promisedOn)}</span>
              {!outcome && dueOn && <span>{t('dealings:until', { day: format.day(dueOn) })}</span>}
              {!outcome && dueOn && dueOn < today && <Badge tone="bad">{t('dealings:overdue')}</Badge>}
              {outcome && (
                <Badge tone={outcome === 'kept' ? 'good' : 'plain'}>
                  {t(`dealings:promise.outcomes.${outcome}`)}
                </Badge>
              )}
              {outcomeNote && <span>{outcomeNote}</span>}
              {mayWrite && (
                <EntryLink to={`${at}/promises/${id}/outcome`} about={what}>
                  {t('dealings:promise.settle')}
                </EntryLink>
              )}
            </Entry>
          ))}
        </Entries>
      </Part>
    </>
  )
}

/** Notes and files: what is kept about the company. */
export function KeptSections({ companyId, dossier, mayWrite }: Omit<Parts, 'today'>) {
  const { t, format } = useText()
  const at = `/companies/${companyId}`
  const by = (moment: string, name: string | null) =>
    [format.moment(moment), name].filter(Boolean).join(' · ')
  return (
    <>
      <Part
        id="notes"
        title={t('dealings:note.title')}
        add={mayWrite && [`${at}/notes/new`, t('dealings:note.add')]}
      >
        <Entries none={t('dealings:note.none')}>
          {dossier.notes.map(({ id, body, at: moment, byName }) => (
            <Entry key={id} title={<span className="whitespace-pre-line">{body}</span>}>
              <span>{by(moment, byName)}</span>
              {mayWrite && (
                <EntryLink to={`${at}/notes/${id}/removal`} about={body.slice(0, 40)}>
                  {t('dealings:note.remove')}
                </EntryLink>
              )}
            </Entry>
          ))}
        </Entries>
      </Part>
      <Part
        id="files"
        title={t('dealings:file.title')}
        add={mayWrite && [`${at}/files/new`, t('dealings:file.add')]}
      >
        <Entries none={t('dealings:file.none')}>
          {dossier.files.map(({ id, title, at: moment, byName }) => (
            <Entry
              key={id}
              title={
                <Link className="link" reloadDocument to={`${at}/files/${id}`}>
                  {title}
                </Link>
              }
            >
              <span>{by(moment, byName)}</span>
              {mayWrite && (
                <EntryLink to={`${at}/files/${id}/removal`} about={title}>
                  {t('dealings:file.remove')}
                </EntryLink>
              )}
            </Entry>
          ))}
        </Entries>
      </Part>
    </>
  )
}

/** Sites and group: where the company is and whose it is. */
export function PlaceSections({ companyId, dossier, mayWrite }: Omit<Parts, 'today'>) {
  const { t, format } = useText()
  const at = `/companies/${companyId}`
  return (
    <>
      <Part
        id="sites"
        title={t('dealings:site.title')}
        add={mayWrite && [`${at}/sites/new`, t('dealings:site.add')]}
      >
        <Entries none={t('dealings:site.none')}>
          {dossier.sites.map(({ id, name, street, postcode, municipality, phone }) => {
            const address = [street, [postcode, municipality].filter(Boolean).join(' ')]
              .filter(Boolean)
              .join(', ')
            return (
              <Entry key={id} title={name ?? address}>
                {name && <span>{address}</span>}
                {phone && (
                  <a className="link" href={`tel:${phone}`}>
                    {phone}
                  </a>
                )}
                {mayWrite && (
                  <>
                    <EntryLink to={`${at}/sites/${id}/edit`} about={name ?? address}>
                      {t('ui:edit')}
                    </EntryLink>
                    <EntryLink to={`${at}/sites/${id}/removal`} about={name ?? address}>
                      {t('ui:remove')}
                    </EntryLink>
                  </>
                )}
              </Entry>
            )
          })}
        </Entries>
      </Part>
      <Part
        id="group"
        title={t('dealings:group.title')}
        add={mayWrite && [`${at}/group`, t('dealings:group.edit')]}
      >
        <Entries none={t('dealings:group.none')}>
          {dossier.sisters.map(({ id, name, isParent, lastContactAt }) => (
            <Entry
              key={id}
              title={
                <Link className="link" to={`/companies/${id}`}>
                  {name}
                </Link>
              }
            >
              {isParent && <Badge>{t('dealings:group.is_parent')}</Badge>}
              {lastContactAt && <span>{t('dealings:group.last', { at: format.moment(lastContactAt) })}</span>}
            </Entry>
          ))}
        </Entries>
      </Part>
    </>
  )
}

function Part({
  id,
  title,
  add,
  children,
}: {
  id: string
  title: string
  add: [to: string, label: string] | false
  children: ReactNode
}) {
  return (
    <Section id={id} title={title} actions={add && <ButtonLink to={add[0]}>{add[1]}</ButtonLink>}>
      {children}
    </Section>
  )
}

function Entries({ none, children }: { none: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className="text-soft">{none}</p>
  return (
    <Card>
      <ul className="divide-y divide-line">{children}</ul>
    </Card>
  )
}

function Entry({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <li className="py-2 first:pt-0 last:pb-0">
      <div className="font-medium wrap-anywhere">{title}</div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">{children}</div>
    </li>
  )
}

function EntryLink({ to, about, children }: { to: string; about: string; children: ReactNode }) {
  return (
    <Link className="link no-print inline-flex min-h-6 items-center" to={to}>
      {children}
      <span className="sr-only">: {about}</span>
    </Link>
  )
}
