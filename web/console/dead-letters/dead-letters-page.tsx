import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Table } from '../lists/table.tsx'
import { service, useResource } from '../service.ts'
import { deadLetterTexts } from './texts.ts'

/** Every queue of work, and how much of it failed for good. */
export const DeadLettersPage = () => {
  const texts = useTexts(deadLetterTexts)
  const dead = useResource('dead letters', (signal) => service().operator.deadLetters.queues({ signal }))
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <Read of={dead}>
        {({ queues }) => (
          <div className="stack below">
            <Table
              caption={texts.title}
              rows={[...queues].sort((one, other) => other.count - one.count)}
              columns={[
                { name: 'queue', head: texts.queue, cell: ({ queue }) => queue },
                { name: 'count', head: texts.count, cell: ({ count }) => count, end: true },
                { name: 'oldest', head: texts.oldest, cell: ({ oldestAt }) => oldestAt && <Time at={oldestAt} /> },
                { name: 'worker', head: texts.worker, cell: ({ worker }) => <code>{worker}</code>, wideOnly: true },
              ]}
              keyOf={({ queue }) => queue}
              to={({ queue }) => `/console/dead-letters/${queue}`}
              empty={texts.none}
            />
          </div>
        )}
      </Read>
    </Page>
  )
}
