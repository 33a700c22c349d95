import type { PageTold } from '../../shared/router/page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { proposalQueue } from './proposal-queue.tsx'

export const ProposalsPage = ({ query }: PageTold) => <QueuePage of={proposalQueue} query={query} />
