import { argumentsOf, startCommand } from '../../arguments.ts'
import { verb } from '../verb.ts'

export const startVerb = verb({
  ...startCommand,
  name: 'start',
  json: '{"url","dataFolder","deliver":[]}',
  async run(asked, { args }) {
    // Before anything is loaded.
    argumentsOf(asked)
    const { runStart } = await import('../../start.ts')
    await runStart(asked, args)
  },
})
