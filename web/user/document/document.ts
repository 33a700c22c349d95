import type { Answer, IdentityDocument } from 'shiming-client'

/** What is offered, how often, and the notice to agree to. */
export type Terms = Answer<'GET /v1/document-terms'>

/** What stands on a side of a card. */
export type CardRead = Answer<'POST /v1/documents/readings'>['card']

/** Whether it ended without anybody having looked at the photos. */
export const mayHandInAgain = (of: IdentityDocument | undefined): boolean => of?.remedy === 'later'

export const isChecking = ({ status }: Pick<IdentityDocument, 'status'>): boolean => status === 'checking'
