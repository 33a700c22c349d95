import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, type IFilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { MINUTE, type Millis } from '../../shared/kernel/time.ts'
import type { Stage } from '../config.ts'
import { impactAlarm, rateAlarm, silenceAlarm, WINDOW } from './alarm.ts'
import { allow } from './grants/granted.ts'
import { rolePath } from './key-policy.ts'
import { keptLog } from './log.ts'

export type ServiceFunctionOptions = {
  stage: Stage
  /** Name on AWS. */
  name: string
  /** Folder with `index.mjs` and its chunks. */
  folder: string
  /** What people notice while it fails. */
  impact: string
  timeoutMs: Millis
  /** Run by the clock every so many minutes, at no caller's wish: rings at the first failure, and where it does not run. */
  everyMinutes: number | undefined
  environment: Record<string, string>
  /** In MB, where it needs more than others. */
  memoryMb?: number | undefined
  statements: PolicyStatement[]
  topicArn: string | undefined
  /** Lines of its log that are counted. */
  counted: readonly CountedLine[]
}

/** A line by the event it tells, counted in a metric that is told apart by these of its members. */
export type CountedLine = { event: string; members: readonly string[]; metric: string }

/** Where more memory stops making a small handler faster. */
const MEMORY_MB = 512

/** Once may be bad luck, and a job that fails is repeated; three times is neither. */
const LEAST = 3

/** One may be late; so many that follow each other are not. */
const MISSED = 5

/** A metric Lambda keeps, found by the function's name, so that no stack depends on another for being watched. */
export const lambdaMetric = (name: string, metricName: string, statistic: string, period: Duration): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap: { FunctionName: name }, statistic, period })

/** How many lines of its log fit a pattern: what a handler caught and answered is no error to Lambda. */
const linesMetric = (logGroup: LogGroup, metricName: string, filterPattern: IFilterPattern, period: Duration): Metric =>
  new MetricFilter(logGroup, metricName, {
    logGroup,
    metricNamespace: 'Shiming',
    metricName,
    metricValue: '1',
    filterPattern,
  }).metric({ statistic: 'Sum', period })

/** What rings at its first line is marked in the log, and is no part of a rate. */
const isRung = FilterPattern.booleanValue('$.alarm', true)
const isFault = FilterPattern.all(
  FilterPattern.stringValue('$.level', '=', 'ERROR'),
  FilterPattern.notExists('$.alarm'),
)

/** Several functions may count in one metric: its name says nothing of them. */
const counting = (logGroup: LogGroup, { event, members, metric }: CountedLine): MetricFilter =>
  new MetricFilter(logGroup, event, {
    logGroup,
    metricNamespace: 'Shiming',
    metricName: metric,
    metricValue: '1',
    filterPattern: FilterPattern.stringValue('$.message', '=', event),
    dimensions: Object.fromEntries(members.map((member) => [member, `$.${member}`])),
  })

const watched = (scope: Construct, options: ServiceFunctionOptions, logGroup: LogGroup): void => {
  const { name, impact, topicArn, everyMinutes } = options
  const all = lambdaMetric(name, 'Invocations', 'Sum', WINDOW)
  const rate = { impact, topicArn, all, least: everyMinutes === undefined ? LEAST : 1 }
  rateAlarm(scope, 'Errors', {
    ...rate,
    failed: lambdaMetric(name, 'Errors', 'Sum', WINDOW),
    counted: 'invocations',
    advice: `${name} crashes or runs out of time. The last lines of its log before the end say where; queues and the sweep repeat its work meanwhile`,
  })
  rateAlarm(scope, 'Faults', {
    ...rate,
    failed: linesMetric(logGroup, `${name}-faults`, isFault, WINDOW),
    counted: 'invocations',
    advice: `${name} meets faults it does not expect. The lines of level ERROR in its log say which and where (npm run where); NotNow means that the table is throttled or out of reach`,
  })
  impactAlarm(scope, 'Rung', {
    impact,
    topicArn,
    threshold: 1,
    metric: linesMetric(logGroup, `${name}-rung`, isRung, Duration.millis(5 * MINUTE)),
    advice: `${name} met what only a person can mend, and rings at the first. The lines of its log with alarm: true name it: money, an account at a vendor, a secret or a deadline`,
  })
  if (everyMinutes === undefined) return
  const minutes = MISSED * everyMinutes
  silenceAlarm(scope, 'Silent', {
    impact,
    topicArn,
    metric: lambdaMetric(name, 'Invocations', 'Sum', Duration.millis(minutes * MINUTE)),
    advice: `${name} has not run for ${minutes} minutes. Its rule in EventBridge is off, gone, or may not invoke it`,
  })
}

/** The one way functions are made here: a role of its own, a log group, and alarms that say why they matter. */
export const serviceFunction = (scope: Construct, id: string, options: ServiceFunctionOptions): LambdaFunction => {
  const home = new Construct(scope, id)
  const logGroup = keptLog(home, 'Log', options.stage)
  const logging = allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])
  watched(home, options, logGroup)
  for (const line of options.counted) counting(logGroup, line)
  return new LambdaFunction(home, 'Function', {
    functionName: options.name,
    description: `Without it: ${options.impact}`,
    code: Code.fromAsset(options.folder),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: options.memoryMb ?? MEMORY_MB,
    timeout: Duration.millis(options.timeoutMs),
    environment: options.environment,
    role: new Role(home, 'Role', {
      path: rolePath(options.name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { permissions: new PolicyDocument({ statements: [logging, ...options.statements] }) },
    }),
    logGroup,
    loggingFormat: LoggingFormat.JSON,
  })
}
