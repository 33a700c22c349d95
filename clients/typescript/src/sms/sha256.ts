const BLOCK = 64

const primes = (count: number): number[] => {
  const found: number[] = []
  for (let one = 2; found.length < count; one += 1) if (found.every((prime) => one % prime !== 0)) found.push(one)
  return found
}

/** The first 32 bits of the fraction of a root, which is where the constants of SHA-256 come from. */
const constants = (count: number, root: (prime: number) => number): Int32Array =>
  Int32Array.from(primes(count), (prime) => Math.floor((root(prime) % 1) * 2 ** 32))

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** Takes the block of 16 words at the head of `w` into a state; `w` has room for 64. */
const takeBlock = (into: Int32Array, w: Int32Array, k: Int32Array): void => {
  const at = (index: number): number => w[index] as number
  for (let i = 16; i < 64; i += 1) {
    const x = at(i - 15)
    const y = at(i - 2)
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
    w[i] = at(i - 16) + s0 + at(i - 7) + s1
  }
  let a = into[0] as number
  let b = into[1] as number
  let c = into[2] as number
  let d = into[3] as number
  let e = into[4] as number
  let f = into[5] as number
  let g = into[6] as number
  let h = into[7] as number
  for (let i = 0; i < 64; i += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (k[i] as number) + at(i)) | 0
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  into[0] = (into[0] as number) + a
  into[1] = (into[1] as number) + b
  into[2] = (into[2] as number) + c
  into[3] = (into[3] as number) + d
  into[4] = (into[4] as number) + e
  into[5] = (into[5] as number) + f
  into[6] = (into[6] as number) + g
  into[7] = (into[7] as number) + h
}

/**
 * SHA-256 of texts that begin alike, as 8 words that hold until the next call; `end` is ASCII, and what is alike is hashed once. In plain JavaScript because
 * the one of Web Crypto answers by a promise, which takes ten times as long as hashing.
 */
export const hashing = (start: string): ((end: string) => Int32Array) => {
  const k = constants(64, Math.cbrt)
  const w = new Int32Array(64)
  const take = (into: Int32Array, block: DataView, at: number): void => {
    for (let i = 0; i < 16; i += 1) w[i] = block.getInt32(at + 4 * i)
    takeBlock(into, w, k)
  }
  const encoder = new TextEncoder()
  const alike = encoder.encode(start)
  const rest = alike.length % BLOCK
  const begun = constants(8, Math.sqrt)
  const whole = new DataView(alike.buffer)
  for (let at = 0; at < alike.length - rest; at += BLOCK) take(begun, whole, at)
  const state = new Int32Array(8)
  let last = new Uint8Array(0)
  let view = new DataView(last.buffer)
  return (end) => {
    const used = rest + end.length
    const size = Math.ceil((used + 9) / BLOCK) * BLOCK
    if (size !== last.length) {
      last = new Uint8Array(size)
      last.set(alike.subarray(alike.length - rest))
      view = new DataView(last.buffer)
    }
    last.fill(0, used)
    encoder.encodeInto(end, last.subarray(rest))
    last[used] = 0x80
    view.setUint32(size - 4, (alike.length + end.length) * 8)
    state.set(begun)
    for (let at = 0; at < size; at += BLOCK) take(state, view, at)
    return state
  }
}
