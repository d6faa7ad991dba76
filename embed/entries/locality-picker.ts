import '../install-default.js';
import '../../components/locality-picker/locality-picker.define.js';
