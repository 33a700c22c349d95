/** Letters, as no data of anybody are; parts may be joined by low lines. */
const CODE = /^[A-Za-z_]{1,40}(\.[A-Za-z_]{1,80}){0,3}$/

/** The code itself if it is shaped like one, else `unlisted_code`, because it could repeat what we sent. */
export const codeOnly = (text: string): string => (CODE.test(text) ? text : 'unlisted_code')

/** A UUID. An 18-digit identity number is hex too, so the length matters. */
const REQUEST_ID = /^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i

/** A cloud's own number of a call, where it has the form of one. */
export const requestIdOnly = (id: string): string | undefined => (REQUEST_ID.test(id) ? id : undefined)

/** The row for a code: its own, else the one of its family (`AuthFailure` for `AuthFailure.SignatureExpire`). */
export const rowFor = <Row extends { code: string }>(rows: readonly Row[], code: string): Row | undefined =>
  rows.find((row) => row.code === code) ?? rows.find((row) => row.code === code.split('.')[0])

/** What a body says as JSON; undefined where it is none. */
export const jsonIn = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
