import type { PageTold } from '../../shared/router/page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { complaintsToEnd } from './complaint-queue.tsx'

export const AnsweredPage = ({ query }: PageTold) => <QueuePage of={complaintsToEnd} query={query} />
