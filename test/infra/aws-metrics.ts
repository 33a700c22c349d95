/** What AWS publishes by itself, by namespace: names with the statistics that say something, and the dimensions it publishes them by. */
type Published = Record<
  string,
  { metrics: Record<string, readonly string[]>; dimensions: readonly (readonly string[])[] }
>

/** From the pages named, as far as alarms and the dashboard use it, and what else could be mistaken for it. */
export const published: Published = {
  // "Types of metrics for Lambda functions"
  'AWS/Lambda': {
    metrics: {
      Invocations: ['Sum'],
      Errors: ['Sum'],
      Throttles: ['Sum'],
      DeadLetterErrors: ['Sum'],
      DestinationDeliveryFailures: ['Sum'],
      Duration: ['Average', 'Maximum', 'p95'],
      ConcurrentExecutions: ['Maximum'],
    },
    dimensions: [['FunctionName'], ['FunctionName', 'Resource'], []],
  },
  // "Available CloudWatch metrics for Amazon SQS": all of a queue, by its name, and the levels say nothing as a sum
  'AWS/SQS': {
    metrics: {
      ApproximateNumberOfMessagesVisible: ['Average', 'Maximum', 'Minimum'],
      ApproximateAgeOfOldestMessage: ['Average', 'Maximum', 'Minimum'],
      NumberOfMessagesSent: ['Sum'],
      NumberOfMessagesReceived: ['Sum'],
    },
    dimensions: [['QueueName']],
  },
  // "Monitor CloudWatch metrics for HTTP APIs": 4xx and 5xx here, 4XXError and 5XXError for REST APIs
  'AWS/ApiGateway': {
    metrics: {
      '4xx': ['Sum', 'Average'],
      '5xx': ['Sum', 'Average'],
      Count: ['Sum', 'SampleCount'],
      Latency: ['Average', 'Maximum', 'p95'],
      IntegrationLatency: ['Average', 'Maximum', 'p95'],
    },
    dimensions: [['ApiId'], ['ApiId', 'Stage'], ['ApiId', 'Method', 'Resource', 'Stage']],
  },
}
