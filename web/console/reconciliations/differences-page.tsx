import type { PageTold } from '../../shared/router/page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { differenceQueue } from './reconciliation-queue.tsx'

export const DifferencesPage = ({ query }: PageTold) => <QueuePage of={differenceQueue} query={query} />
