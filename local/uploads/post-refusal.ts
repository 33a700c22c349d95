/** S3 takes a form for none of its own, or not for what its policy says; `more` are elements of the answer besides code and message. */
export class PostRefusal extends Error {
  override readonly name = 'PostRefusal'
  readonly code: string
  readonly status: number
  readonly more: Readonly<Record<string, string>>
  constructor(code: string, status: number, message: string, more: Readonly<Record<string, string>> = {}) {
    super(message)
    this.code = code
    this.status = status
    this.more = more
  }
}

export const invalidArgument = (message: string, name: string): PostRefusal =>
  new PostRefusal('InvalidArgument', 400, message, { ArgumentName: name })

/** A field that every form needs before its file. */
export const missingField = (name: string): PostRefusal =>
  invalidArgument(
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    name,
  )

export const accessDenied = (why: string): PostRefusal => new PostRefusal('AccessDenied', 403, why)

/** To a browser that asks whether a page may call. */
export const accessForbidden = (): PostRefusal =>
  new PostRefusal(
    'AccessForbidden',
    403,
    "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
  )
