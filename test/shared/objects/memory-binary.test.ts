import { memoryBinary } from '../../../shared/objects/memory-binary.ts'
import { binaryContract } from './binary.contract.ts'
import { uploadsContract } from './uploads.contract.ts'

const START = Date.UTC(2026, 10, 20, 4)

binaryContract('files in memory', async () => {
  const now = () => START
  return { files: memoryBinary({ now }), now }
})

uploadsContract('uploads into memory', async () => {
  let time = START
  const now = () => time
  const files = memoryBinary({ now })
  return {
    uploads: files,
    files,
    now,
    pass: (ms) => {
      time += ms
    },
    post: async ({ fields }, bytes) => files.post(fields, bytes),
  }
})
