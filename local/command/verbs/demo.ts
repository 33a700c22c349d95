import { demoCommand, runDemo } from '../../run-demo.ts'
import { verb } from '../verb.ts'

export const demoVerb = verb({
  ...demoCommand,
  name: 'demo',
  json: '{"held":true|false,"journeys":[{"journey","result","paidFen","refundedFen","send","calls","held"}],"others":{"texts","cards","faces","levels","identity","duties","papers","recycled","audit"},"refusals":[]}',
  run: runDemo,
})
