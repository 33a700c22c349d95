import type { PageTold } from '../../shared/router/page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { reviewQueue } from './review-queue.tsx'

export const ReviewsPage = ({ query }: PageTold) => <QueuePage of={reviewQueue} query={query} />
