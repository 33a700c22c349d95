// Whether an app's certificate counts, proven by its signature: by Node alone, without a package and without an account.
// `node examples/verify-certificate.mjs <id or link>` asks the service; `… <id> <statement.txt> <keys.json>` takes what was kept, and asks nobody.
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const { SHIMING_URL = 'http://127.0.0.1:4000' } = process.env

/** The service says that no answer is older. */
const MAX_AGE_MS = 60_000
const CLOCKS_DIFFER_MS = 30_000

/** An id as statements have it, of an id or a link as somebody has it. */
export const idIn = (typed) => (typed.split('/').at(-1) ?? '').replace(/[^0-9A-Za-z]/g, '').toUpperCase()

const partOf = (text) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))

/**
 * What a signed statement says, if the service said it, of this very id, and just now; otherwise it throws an error that says why not. `keys`: of
 * GET /v1/certificate-keys, fetched from the address that you know, never from one that the statement names. `maxAgeMs`: Infinity for
 * one that was kept as evidence of what was so then.
 */
export const verifyStatement = ({ signed, keys, id, now = Date.now(), maxAgeMs = MAX_AGE_MS }) => {
  const parts = signed.trim().split('.')
  if (parts.length !== 3) throw new Error('this is no signed statement')
  const [header, payload, signature] = parts
  const { alg, kid, typ } = partOf(header)
  // By no other algorithm, whatever it says, and for nothing else.
  if (alg !== 'ES256' || typ !== 'certificate-statement+jws')
    throw new Error('this is no statement about a certificate')
  const key = keys.find((one) => one.kid === kid)
  if (!key) throw new Error('signed by a key that the service does not have')
  const by = { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }
  if (!verify('sha256', Buffer.from(`${header}.${payload}`), by, Buffer.from(signature, 'base64url')))
    throw new Error('the signature is not that of the service')
  const statement = partOf(payload)
  if (statement.id !== idIn(id)) throw new Error('about another certificate')
  const age = Math.abs(now - Date.parse(statement.asOf))
  // What is no time at all is refused as well.
  if (maxAgeMs !== Number.POSITIVE_INFINITY && !(age <= maxAgeMs + CLOCKS_DIFFER_MS))
    throw new Error(`of ${statement.asOf}: ask anew`)
  return statement
}

const get = async (path) => {
  const response = await fetch(new URL(path, SHIMING_URL))
  const body = await response.json()
  if (!response.ok) throw new Error(body.detail)
  return body
}

const asked = async (id) => {
  const [{ signed }, { keys }] = await Promise.all([
    get(`/v1/certificates/${encodeURIComponent(idIn(id))}`),
    get('/v1/certificate-keys'),
  ])
  return { signed, keys }
}

const kept = (statement, keys) => ({
  signed: readFileSync(statement, 'utf8'),
  keys: JSON.parse(readFileSync(keys, 'utf8')).keys,
  maxAgeMs: Number.POSITIVE_INFINITY,
})

/** Ends with 0 where the certificate counts, with 1 where it does not, with 2 where nothing is proven. */
const main = async ([id, statement, keys]) => {
  if (!id)
    throw new Error('name an id or a link: node examples/verify-certificate.mjs <id> [<statement.txt> <keys.json>]')
  const said = verifyStatement({ id, ...(statement ? kept(statement, keys) : await asked(id)) })
  const { answer, name, subject, app, asOf, validUntil } = said
  console.log(JSON.stringify({ answer, name, subject, app, asOf, validUntil }, null, 2))
  return answer === 'valid' ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(`not proven: ${error.message}`)
    return 2
  })
}
