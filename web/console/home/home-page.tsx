import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { Age, Due } from '../controls/due.tsx'
import { countText } from '../queue/count.ts'
import type { AnyQueue, Count } from '../queue/queue.ts'
import { useCounts } from '../queue/use-counts.ts'
import { queues } from '../queues.ts'
import { useMay } from '../session/use-session.ts'
import { whoMay } from '../session/who-may.ts'
import { homeTexts } from './texts.ts'

const QueueCard = ({ queue, waits }: { queue: AnyQueue; waits: Count | undefined }) => {
  const language = useLanguage()
  const texts = useTexts(homeTexts)
  const { name, empty } = queue.texts[language]
  const isMine = useMay()(queue.work)
  return (
    <Link to={queue.path} className="card queue-card">
      <h2>{name}</h2>
      <span className="queue-count">{countText(waits) ?? '…'}</span>
      {waits?.dueFirst !== undefined && <Due at={waits.dueFirst} />}
      {waits?.dueFirst === undefined && waits?.oldest !== undefined && (
        <span className="quiet">
          {texts.oldest}
          <Age since={waits.oldest} />
        </span>
      )}
      {!isMine && <span className="quiet">{texts.othersDo(whoMay(queue.work, language))}</span>}
      {waits?.count === 0 && <span className="quiet">{empty}</span>}
    </Link>
  )
}

/** What waits for people: the first thing of a day. */
export const HomePage = () => {
  const texts = useTexts(homeTexts)
  const may = useMay()
  const counts = useCounts()
  const seen = queues.filter(({ right }) => may(right))
  // What one can deal with comes first.
  const mine = [...seen.filter(({ work }) => may(work)), ...seen.filter(({ work }) => !may(work))]
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <ul className="queues below list-plain">
        {mine.map((queue) => (
          <li key={queue.name} data-row>
            <QueueCard queue={queue} waits={counts[queue.name]} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
