import type { Answer } from 'shiming-client'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Id } from '../controls/id.tsx'
import { Days } from '../lists/days.tsx'
import { List } from '../lists/list.tsx'
import type { Column } from '../lists/table.tsx'
import { service } from '../service.ts'
import { useWords } from '../words/word.ts'
import { deedsOf, subjectPage } from './subject.ts'
import { actionWords, deedsTexts, doerWords, fieldWords, purposeWords } from './texts.ts'

type Deed = Answer<'GET /v1/operator/deeds'>['deeds'][number]

const PATH = '/console/deeds'

/** What a deed was done to, with its page and with all that was done to it. */
const Subject = ({ subject }: { subject: string }) => {
  const texts = useTexts(deedsTexts)
  const page = subjectPage(subject)
  const [kind = '', ...names] = subject.split(':')
  return (
    <span className="row">
      {page === undefined ? (
        <span>{kind}</span>
      ) : (
        <Link to={page} className="standing">
          {kind}
        </Link>
      )}
      <Id label={texts.subject} text={names.join(':')} />
      <Link to={deedsOf(subject)} className="standing">
        {texts.ofSubject}
      </Link>
    </span>
  )
}

const useColumns = (): readonly Column<Deed>[] => {
  const texts = useTexts(deedsTexts)
  const word = useWords()
  const opened = ({ purpose, fields }: Deed): string | null =>
    purpose && texts.purpose(word(purposeWords, purpose), (fields ?? []).map((one) => word(fieldWords, one)).join('、'))
  return [
    { name: 'at', head: texts.at, cell: ({ at }) => <Time at={at} whole /> },
    {
      name: 'by',
      head: texts.by,
      cell: ({ by }) => (
        <>
          {by.id} <span className="quiet">{word(doerWords, by.kind)}</span>
        </>
      ),
    },
    { name: 'action', head: texts.action, cell: ({ action }) => word(actionWords, action) },
    { name: 'subject', head: texts.subject, cell: ({ subject }) => <Subject subject={subject} /> },
    { name: 'reason', head: texts.reason, cell: ({ reason }) => <span className="wraps">{reason}</span> },
    {
      name: 'detail',
      head: texts.detail,
      wideOnly: true,
      cell: (deed) => opened(deed) ?? (deed.detail && <Id label={texts.detail} text={deed.detail} />),
    },
    { name: 'n', head: texts.nth, end: true, wideOnly: true, cell: ({ n }) => n },
  ]
}

/** What was done on others' behalf: all of a day, or everything that was ever done to one subject. */
export const DeedsPage = ({ query }: PageTold) => {
  const texts = useTexts(deedsTexts)
  const columns = useColumns()
  const subject = query.get('subject')
  const day = query.get('day') ?? beijingDay(serviceClock.now())
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        {subject === null ? (
          <Days path={PATH} query={query} days={[{ name: 'day', label: texts.day, value: day }]} />
        ) : (
          <p className="row">
            <code>{subject}</code>
            <Link to={PATH} className="button">
              {texts.all}
            </Link>
          </p>
        )}
        <List
          name="deeds"
          path={PATH}
          query={query}
          list={async ({ cursor, limit, signal }) => {
            const asked = subject === null ? { day } : { subject }
            const { items, ...rest } = await service()
              .operator.deeds.list({ ...asked, limit, signal })
              .page(cursor)
            return { rows: items, ...rest }
          }}
          columns={columns}
          keyOf={({ id }) => id}
          caption={texts.title}
          empty={texts.none}
        />
      </div>
    </Page>
  )
}
