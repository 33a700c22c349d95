import type { PageTold } from '../../shared/router/page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { stuckRefunds } from './refund-queue.tsx'

export const RefundsPage = ({ query }: PageTold) => <QueuePage of={stuckRefunds} query={query} />
