import { beijingDay } from '../../../shared/kernel/time.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Time } from '../../shared/shown/time.tsx'
import { dayIn } from '../lists/address.ts'
import { Days } from '../lists/days.tsx'
import { List } from '../lists/list.tsx'
import type { Column } from '../lists/table.tsx'
import { service } from '../service.ts'
import { useWords } from '../words/use-words.ts'
import { By, type Deed, Detail } from './deed-shown.tsx'
import { reasonTold } from './detail-words.ts'
import { SealCard, Sealed } from './seal-card.tsx'
import { sealTexts } from './seal-texts.ts'
import { SubjectShown } from './subject-shown.tsx'
import { actionWords, deedsTexts } from './texts.ts'

const PATH = '/console/deeds'

const useColumns = (): readonly Column<Deed>[] => {
  const texts = useTexts(deedsTexts)
  const seal = useTexts(sealTexts)
  const word = useWords()
  const language = useLanguage()
  return [
    { name: 'at', head: texts.at, cell: ({ at }) => <Time at={at} whole /> },
    {
      name: 'by',
      head: texts.by,
      cell: ({ by }) => (
        <span className="two-lines">
          <By of={by} />
        </span>
      ),
    },
    { name: 'action', head: texts.action, cell: ({ action }) => word(actionWords, action) },
    { name: 'subject', head: texts.subject, cell: ({ subject }) => <SubjectShown of={subject} /> },
    {
      name: 'reason',
      head: texts.reason,
      cell: (deed) => (
        <span className="wraps">
          {reasonTold(deed.reason, language)} <Detail of={deed} />
        </span>
      ),
    },
    { name: 'sealed', head: seal.state, cell: ({ sealed }) => <Sealed is={sealed} /> },
  ]
}

/** What was done on others' behalf: all of a day, or everything that was ever done to one subject. */
export const DeedsPage = ({ query }: PageTold) => {
  const texts = useTexts(deedsTexts)
  const columns = useColumns()
  const subject = query.get('subject')
  const day = dayIn(query, 'day') ?? beijingDay(serviceClock.now())
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        <SealCard />
        {subject === null ? (
          <Days path={PATH} query={query} days={[{ name: 'day', label: texts.day, value: day }]} />
        ) : (
          <p className="row">
            <SubjectShown of={subject} whole />
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
          to={({ id }) => `${PATH}/${id}`}
          caption={texts.title}
          empty={texts.none}
        />
      </div>
    </Page>
  )
}
