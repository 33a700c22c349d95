import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Id } from '../controls/id.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { Table } from '../lists/table.tsx'
import { Next } from '../queue/next.tsx'
import { service, useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { type DeadQueue, replayDeed } from './replay-deed.ts'
import { deadLetterTexts } from './texts.ts'

type Letter = DeadQueue['letters'][number]

const Standing = ({ of: { pointer, isThere, owedAt } }: { of: Letter }) => {
  const texts = useTexts(deadLetterTexts)
  if (pointer === null) return <Tag tone="warn">{texts.unreadable}</Tag>
  if (owedAt !== null) return <Tag tone="warn">{texts.owed}</Tag>
  return <Tag>{isThere ? texts.done : texts.gone}</Tag>
}

/** The dead letters of a queue, and sending them again. */
export const DeadQueuePage = ({ params, query }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(deadLetterTexts)
  const may = useMay()
  const { queue = '' } = params
  const dead = useResource(`dead letters ${queue}`, (signal) => service().operator.deadLetters.get(queue, { signal }))
  return (
    <Page title={texts.queueTitle(queue)} lead={texts.lead} wide>
      <Next query={query} current={queue} />
      <Read of={dead}>
        {(of) => (
          <>
            <div className="case-head">
              <span>
                {texts.worker} <code>{of.worker}</code>
              </span>
              <div className="acts">
                {may('replay_letters') && of.letters.length > 0 && (
                  <DeedButton deed={replayDeed(of, language)} isFirst onDone={dead.read} />
                )}
              </div>
            </div>
            <div className="stack below">
              <Table
                caption={texts.queueTitle(queue)}
                rows={of.letters}
                columns={[
                  {
                    name: 'pointer',
                    head: texts.pointer,
                    cell: ({ pointer, id }) => <Id label={texts.pointer} text={pointer ?? id} />,
                  },
                  { name: 'stands', head: texts.stands, cell: (letter) => <Standing of={letter} /> },
                  { name: 'sentAt', head: texts.sentAt, cell: ({ sentAt }) => <Time at={sentAt} /> },
                  {
                    name: 'receives',
                    head: texts.receives,
                    cell: ({ receives }) => receives,
                    end: true,
                    wideOnly: true,
                  },
                ]}
                keyOf={({ id }) => id}
                empty={texts.none}
              />
              {of.left > 0 && <p className="quiet">{texts.left(of.left)}</p>}
            </div>
          </>
        )}
      </Read>
    </Page>
  )
}
