import type { PageTold } from '../../shared/router/page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { complaintQueue } from './complaint-queue.tsx'

export const ComplaintsPage = ({ query }: PageTold) => <QueuePage of={complaintQueue} query={query} />
