// Not the array's methods: nobody asks an array such a question and ignores the answer.
exports.schedule = (agenda, steps) => {
  agenda.every(async () => fetch('/tick'));
  steps.find(async (step) => step.run());
};
