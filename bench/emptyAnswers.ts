// Answers GET /N with N bytes and does nothing else: what HTTP alone costs. Says to its parent where it is.
import fastify from 'fastify';

const server = fastify();
const answers = new Map<number, Buffer>();
server.get<{ Params: { bytes: string } }>('/:bytes', (request, reply) => {
  const bytes = Number(request.params.bytes);
  const answer = answers.get(bytes) ?? Buffer.alloc(bytes, 'a');
  answers.set(bytes, answer);
  return reply.type('application/json').send(answer);
});
process.send!({ address: await server.listen({ host: '127.0.0.1', port: 0 }) });
process.on('disconnect', () => process.exit(0));
