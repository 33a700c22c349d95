import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Parameters of scrypt, kept beside what they made, so that they can grow. */
export type PasswordCost = { n: number; r: number; p: number }

/** 32 MB and a third of a second on one core: what OWASP advises for scrypt. */
export const PASSWORD_COST: PasswordCost = { n: 2 ** 15, r: 8, p: 3 }
const HASH_BYTES = 32
const SALT_BYTES = 16

/** In code points. */
const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 128

/** `salt` and `hash` in base64url. */
export type KeptPassword = PasswordCost & { salt: string; hash: string }

/** The same characters however they were typed. */
const normalised = (password: string): string => password.normalize('NFKC')

const derive = (password: string, salt: Buffer, { n, r, p }: PasswordCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Twice what it needs: Node counts a little more than the formula says.
    const maxmem = 2 * 128 * n * r
    scrypt(normalised(password), salt, HASH_BYTES, { N: n, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** The password as it is kept, under these parameters and a salt of its own. */
export const keepPassword = async (password: string, cost: PasswordCost): Promise<KeptPassword> => {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, cost)
  return { ...cost, salt: salt.toString('base64url'), hash: hash.toString('base64url') }
}

/** What nobody's password is. */
const nobodys = {
  salt: Buffer.alloc(SALT_BYTES).toString('base64url'),
  hash: Buffer.alloc(HASH_BYTES).toString('base64url'),
}

/** Whether that is the password. Where none is kept it is not, after the work that one of `cost` takes. */
export const isPassword = async (
  password: string,
  kept: KeptPassword | undefined,
  cost: PasswordCost,
): Promise<boolean> => {
  const { salt, hash, ...under } = kept ?? { ...nobodys, ...cost }
  const made = await derive(password, Buffer.from(salt, 'base64url'), under)
  const wanted = Buffer.from(hash, 'base64url')
  return made.length === wanted.length && timingSafeEqual(made, wanted) && kept !== undefined
}

/** Whether it was kept under other parameters than these. */
export const isOutdated = ({ n, r, p }: KeptPassword, cost: PasswordCost): boolean =>
  n !== cost.n || r !== cost.r || p !== cost.p

/** A short text over and over: `abcabcabcabc`. */
const REPEATED = /^(.{1,4}?)\1+.{0,3}$/su

/** Each character the neighbour of the one before: `abcdefghijkl`, `987654321098`. */
const isRun = (points: readonly string[]): boolean => {
  const steps = points.slice(1).map((point, nth) => (point.codePointAt(0) ?? 0) - (points[nth]?.codePointAt(0) ?? 0))
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9)
}

/** Why a password cannot be chosen; undefined for one that can. */
export const passwordFault = (
  password: string,
  name: string,
): 'password_length' | 'password_has_name' | 'password_trivial' | undefined => {
  const text = normalised(password)
  const points = [...text]
  if (points.length < SHORTEST_PASSWORD || points.length > LONGEST_PASSWORD) return 'password_length'
  if (text.toLowerCase().includes(name)) return 'password_has_name'
  return REPEATED.test(text) || isRun(points) || new Set(points).size < 5 ? 'password_trivial' : undefined
}
