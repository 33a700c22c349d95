import { runCommand } from '../../shared/command/run-command.ts'
import { demoCommand, runDemo } from '../run-demo.ts'

await runCommand(demoCommand, runDemo)
