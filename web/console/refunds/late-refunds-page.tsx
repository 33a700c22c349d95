import type { PageTold } from '../../shared/router/page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { lateRefunds } from './refund-queue.tsx'

export const LateRefundsPage = ({ query }: PageTold) => <QueuePage of={lateRefunds} query={query} />
