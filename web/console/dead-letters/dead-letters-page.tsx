import type { PageTold } from '../../shared/router/page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { deadLetterQueue } from './dead-letter-queue.tsx'

/** The queues of work of which some failed for good, or all of them. */
export const DeadLettersPage = ({ query }: PageTold) => <QueuePage of={deadLetterQueue} query={query} />
