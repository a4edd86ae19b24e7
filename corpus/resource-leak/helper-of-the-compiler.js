"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.check = void 0;
const fs_1 = __importDefault(require("fs"));
const archive_1 = __importDefault(require("some-archive"));
const http_1 = __importDefault(require("http"));
// `open` here is the archive's, not that of fs, though one helper wraps them both.
function check(path) {
    archive_1.default.open(path, { lazy: true }, (error, archive) => archive.readEntry());
}
exports.check = check;
http_1.default.createServer((request, response) => {
    fs_1.default.open(request.url, (error, descriptor) => response.end()); // leak: resource-leak
});
