import type { Answer } from 'shiming-client'
import { lineKinds } from '../../../functions/cases/timeline/line-kinds.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Id } from '../controls/id.tsx'
import { By, Detail } from '../deeds/deed-shown.tsx'
import { subjectPage } from '../deeds/subject.ts'
import { Filters } from '../lists/filters.tsx'
import { List } from '../lists/list.tsx'
import { service } from '../service.ts'
import { vendorWords } from '../vendors/texts.ts'
import { channelWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import { type Words, wordIn } from '../words/word.ts'
import { lineReason } from './line-reasons.ts'
import { eventWords, kindWords, targetWords } from './line-words.ts'
import { timeLineTexts } from './time-line-texts.ts'

type Line = Answer<'GET /v1/operator/accounts/{id}/timeline'>['lines'][number]

const known = (text: string, tables: readonly Words[], language: Language): string =>
  tables.reduce((told, table) => (told === text ? wordIn(table, text, language) : told), text)

/** Where more is told of a line: a complaint has a page of its own, whichever order it is about. */
const pageOf = ({ kind, channel, number, orderId }: Line): string | undefined => {
  if (kind === 'complaint' && channel && number) return subjectPage(`complaint:${channel}:${number}`)?.to
  return orderId ? subjectPage(`order:${orderId}`)?.to : undefined
}

const What = ({ of }: { of: Line }) => {
  const texts = useTexts(timeLineTexts)
  const word = useWords()
  const language = useLanguage()
  const { amountFen, channel, number, vendor, name, reason, by, event, kind } = of
  return (
    <span className="line">
      <strong>{word(eventWords, event)}</strong>
      {name && <span>{name}</span>}
      {amountFen !== null && kind !== 'order' && <Money fen={amountFen} />}
      {channel && <span>{word(channelWords, channel)}</span>}
      {vendor && <span>{known(vendor, [vendorWords, targetWords], language)}</span>}
      {kind === 'deed' && <Detail of={{ ...of, action: event }} />}
      {reason && <span className="quiet">{lineReason(kind, reason, language)}</span>}
      {number && <Id label={kind === 'applicant' ? texts.creditCode : texts.number} text={number} />}
      {by && (
        <span className="quiet">
          {texts.by} <By of={by} />
        </span>
      )}
    </span>
  )
}

/** All that happened to an account, the newest first; which kinds and which page stand in the address. */
export const TimeLine = ({ accountId, query }: { accountId: string; query: URLSearchParams }) => {
  const language = useLanguage()
  const texts = useTexts(timeLineTexts)
  const word = useWords()
  const path = `/console/accounts/${accountId}`
  const kinds = query.get('kinds')
  return (
    <section className="stack below">
      <h2>{texts.title}</h2>
      <Filters
        path={path}
        query={query}
        filters={[
          {
            name: 'kinds',
            label: texts.kinds,
            options: [
              { value: '', text: texts.all },
              { value: 'order,payment,refund', text: texts.money },
              ...lineKinds
                .filter((kind) => !['order', 'payment', 'refund'].includes(kind))
                .map((value) => ({ value, text: wordIn(kindWords, value, language) })),
            ],
          },
        ]}
      />
      <List
        name={`time line ${accountId}`}
        path={path}
        query={query}
        list={async ({ cursor, limit, signal }) => {
          const asked = { limit, ...(kinds && { kinds }), signal }
          const { items, ...rest } = await service().operator.accounts.timeline(accountId, asked).page(cursor)
          return { rows: items, ...rest }
        }}
        columns={[
          { name: 'at', head: texts.at, cell: ({ at }) => <Time at={at} whole /> },
          { name: 'kind', head: texts.kind, cell: ({ kind }) => word(kindWords, kind) },
          { name: 'what', head: texts.what, cell: (line) => <What of={line} /> },
          {
            name: 'order',
            head: texts.order,
            cell: (line) => {
              const to = pageOf(line)
              return (
                to !== undefined && (
                  <Link to={to} className="row-link">
                    {texts.open}
                  </Link>
                )
              )
            },
          },
        ]}
        keyOf={({ kind, id }) => `${kind} ${id}`}
        caption={texts.title}
        empty={texts.none}
      />
    </section>
  )
}
