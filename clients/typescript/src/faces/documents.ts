import { ShimingError } from '../calling/errors.ts'
import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'
import { waitWhile } from './wait-while.ts'

/** An identity card that was handed in by photos of both sides. */
export type IdentityDocument = Answer<'GET /v1/documents/{id}'>

/** How to wait for one. */
export type DocumentWaitOptions = CallOptions & {
  /** Told when the status has changed: first of the one it has now. */
  onProgress?: ((document: IdentityDocument) => void) | undefined
}

const ROUTE = 'GET /v1/documents/{id}'

/** The time was over before the authority had answered; nothing is lost, and waiting may go on with the same id. */
export class ShimingDocumentChecking extends ShimingError {
  override name = 'ShimingDocumentChecking'
  /** As it was when it was asked about last. */
  readonly document: IdentityDocument

  constructor(document: IdentityDocument) {
    super(ROUTE, 'the document is still being checked; ask again later')
    this.document = document
  }
}

/** Documents that the platform sees of its user, and a signed-in user of themselves. */
export const actingDocuments = (ask: Ask) => ({
  /** The identity cards that were handed in, the last fifty, the newest first. */
  list: async (options: CallOptions = {}): Promise<IdentityDocument[]> =>
    (await ask('GET /v1/documents', options)).documents,
  /** One of them. */
  get: (id: string, options: CallOptions = {}): Promise<IdentityDocument> => ask(ROUTE, { params: { id }, ...options }),
  /**
   * Waits until the authority has answered: the document is then `proven`, or `refused` with its `reason`. Rejects with
   * `ShimingDocumentChecking` after `timeoutMs`, 15 minutes unless said.
   */
  waitForDocument: (id: string, options: DocumentWaitOptions = {}): Promise<IdentityDocument> =>
    waitWhile(
      {
        ask: (call) => ask(ROUTE, { params: { id }, ...call }),
        isOpen: ({ status }) => status === 'checking',
        stillOpen: (document) => new ShimingDocumentChecking(document),
      },
      options,
    ),
})

/** Documents of a signed-in user. */
export const userDocuments = (ask: Ask) => ({
  ...actingDocuments(ask),
  /** Whether identity cards are checked here, how often, and the notice to agree to. */
  terms: (options: CallOptions = {}): Promise<Answer<'GET /v1/document-terms'>> =>
    ask('GET /v1/document-terms', options),
  /**
   * Reads one side of an identity card off a picture of theirs that was taken in, and compares it with what was typed; up to three seconds.
   * A photo that cannot be used is refused with `document_unreadable`: `reason`, `advice`, and what `comesNext`.
   */
  read: (
    body: Body<'POST /v1/documents/readings'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/documents/readings'>> => ask('POST /v1/documents/readings', { body, ...options }),
  /**
   * Hands in both sides of the card of whoever is verified, free of charge; up to six seconds. What is on it is compared with whom the account is
   * verified as, and an authority is asked: `waitForDocument` tells its answer.
   */
  handIn: (body: Body<'POST /v1/documents'>, options: CallOptions = {}): Promise<Answer<'POST /v1/documents'>> =>
    ask('POST /v1/documents', { body, ...options }),
})
