import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { MINUTE, type Millis } from '../../shared/kernel/time.ts'
import type { Stage } from '../config.ts'
import { impactAlarm } from './alarm.ts'
import { allow } from './grants.ts'
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
  environment: Record<string, string>
  statements: PolicyStatement[]
  topicArn: string | undefined
}

/** Where more memory stops making a small handler faster. */
const MEMORY_MB = 512

const period = Duration.millis(5 * MINUTE)

/** A metric Lambda keeps, found by the function's name, so that no stack depends on another for being watched. */
export const lambdaMetric = (name: string, metricName: string, statistic: string): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap: { FunctionName: name }, statistic, period })

/** What a handler caught and answered with 500 is no error to Lambda, so it is counted in the log. */
const faultMetric = (scope: Construct, name: string, logGroup: LogGroup): Metric =>
  new MetricFilter(scope, 'FaultsInLog', {
    logGroup,
    metricNamespace: 'Shiming',
    metricName: `${name}-faults`,
    metricValue: '1',
    filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
  }).metric({ statistic: 'Sum', period })

const watched = (scope: Construct, { name, impact, topicArn }: ServiceFunctionOptions, logGroup: LogGroup): void => {
  const common = { impact, topicArn, threshold: 1 }
  impactAlarm(scope, 'Errors', {
    ...common,
    metric: lambdaMetric(name, 'Errors', 'Sum'),
    advice: `${name} crashes or runs out of time; its log says where`,
  })
  impactAlarm(scope, 'Faults', {
    ...common,
    metric: faultMetric(scope, name, logGroup),
    advice: `${name} meets faults it does not expect; the lines of level ERROR in its log say where`,
  })
}

/** The one way functions are made here: a role of its own, a log group, and alarms that say why they matter. */
export const serviceFunction = (scope: Construct, id: string, options: ServiceFunctionOptions): LambdaFunction => {
  const home = new Construct(scope, id)
  const logGroup = keptLog(home, 'Log', options.stage)
  const logging = allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])
  watched(home, options, logGroup)
  return new LambdaFunction(home, 'Function', {
    functionName: options.name,
    description: `Without it: ${options.impact}`,
    code: Code.fromAsset(options.folder),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: MEMORY_MB,
    timeout: Duration.millis(options.timeoutMs),
    environment: options.environment,
    role: new Role(home, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { permissions: new PolicyDocument({ statements: [logging, ...options.statements] }) },
    }),
    logGroup,
    loggingFormat: LoggingFormat.JSON,
  })
}
