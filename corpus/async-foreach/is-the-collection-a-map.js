const sockets = new Map();
exports.closeAll = () => {
  sockets.forEach(async (socket) => { // leak: async-foreach
    await socket.close();
  });
};
