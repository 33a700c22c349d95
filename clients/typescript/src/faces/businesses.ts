import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'

/** Which business, and which user of the platform. */
type Binding = { code: string; externalId: string }

/** Businesses of the platform that rely on who its users are; needs the `apiKey` of the platform. */
export const businessesFace = (ask: Ask) => ({
  /** Registers a business, or changes it; its bindings stay. */
  keep: (
    code: string,
    body: Body<'PUT /v1/businesses/{code}'>,
    call: CallOptions = {},
  ): Promise<Answer<'PUT /v1/businesses/{code}'>> =>
    ask('PUT /v1/businesses/{code}', { params: { code }, body, ...call }),
  /** One business. */
  get: (code: string, call: CallOptions = {}): Promise<Answer<'GET /v1/businesses/{code}'>> =>
    ask('GET /v1/businesses/{code}', { params: { code }, ...call }),
  /** All of them. */
  list: (call: CallOptions = {}): Promise<Answer<'GET /v1/businesses'>> => ask('GET /v1/businesses', call),
  /** Takes a business away, and every binding of it. */
  remove: (code: string, call: CallOptions = {}): Promise<undefined> =>
    ask('DELETE /v1/businesses/{code}', { params: { code }, ...call }),
  /** The business relies on who that user is from now on; doing it twice does no harm. */
  bind: (params: Binding, call: CallOptions = {}): Promise<Answer<'PUT /v1/businesses/{code}/bindings/{externalId}'>> =>
    ask('PUT /v1/businesses/{code}/bindings/{externalId}', { params, ...call }),
  /** Whether it is bound to that user, and whether that counts still. */
  binding: (
    params: Binding,
    call: CallOptions = {},
  ): Promise<Answer<'GET /v1/businesses/{code}/bindings/{externalId}'>> =>
    ask('GET /v1/businesses/{code}/bindings/{externalId}', { params, ...call }),
  /** It relies on that user no more; doing it twice does no harm. */
  unbind: (params: Binding, call: CallOptions = {}): Promise<undefined> =>
    ask('DELETE /v1/businesses/{code}/bindings/{externalId}', { params, ...call }),
  /** All that a user is bound to. */
  bindingsOf: (externalId: string, call: CallOptions = {}): Promise<Answer<'GET /v1/business-bindings'>> =>
    ask('GET /v1/business-bindings', { query: { externalId }, ...call }),
})
