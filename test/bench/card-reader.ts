import { readFile } from 'node:fs/promises'
import { inHouse, TODAY } from '../documents/specimens/reader.ts'

// A process that does nothing but read: its memory is that of the function.

const [, , ...files] = process.argv

/** One core's time, ms. */
const busy = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

for (const file of files) {
  const picture = await readFile(file)
  const began = busy()
  const came = await inHouse.read({ picture, side: 'front', now: TODAY })
  process.stdout.write(`${JSON.stringify({ came, ms: busy() - began })}\n`)
}
process.stdout.write(`${JSON.stringify({ peakKb: process.resourceUsage().maxRSS })}\n`)
