import type { PageTold } from '../../shared/router/page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { appealQueue } from './appeal-queue.tsx'

export const AppealsPage = ({ query }: PageTold) => <QueuePage of={appealQueue} query={query} />
